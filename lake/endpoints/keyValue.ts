import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import type {KeyValue, KeyValueStore} from '../keyvalue/keyValueStore.ts'
import type {Endpoint} from './endpoint.ts'
import {checkDepth, readJson} from './readJson.ts'

const maxPairs = 100

/** `/users/me/keyvalue`: the Studio's settings of the user who asks. */
export function keyValueEndpoints(store: KeyValueStore): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/users/me/keyvalue/:keys',
      access: 'view',
      handle: ({identity, params}) => Response.json(store.get(identity.id, (params['keys'] ?? '').split(','))),
    },
    {
      method: 'PUT',
      path: '/users/me/keyvalue',
      access: 'view',
      handle: async ({identity, request}) => Response.json(store.set(identity.id, readPairs(await readJson(request)))),
    },
  ]
}

function readPairs(body: JsonValue): KeyValue[] {
  if (!Array.isArray(body) || body.length > maxPairs) throw invalid()
  return body.map((item) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) throw invalid()
    const {key, value = null} = item
    if (typeof key !== 'string' || key.length > 256) throw invalid()
    checkDepth(value, '"value"')
    return {key, value}
  })
}

const invalid = (): BadRequestError =>
  new BadRequestError(`Expected a list of at most ${maxPairs} objects {"key", "value"}`)
