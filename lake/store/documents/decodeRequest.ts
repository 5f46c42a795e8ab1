import type {JsonObject} from '../../document.ts'
import {decodeMutations} from '../../mutations/decodeMutations.ts'
import type {Mutation} from '../../mutations/mutation.ts'

const utf8 = new TextDecoder('utf-8', {fatal: true})

/** The mutations of a request that was accepted once: UTF-8 bytes of a JSON object, with a byte order mark if the client sent one. */
export function decodeRequest(request: Uint8Array): Mutation[] {
  const body: JsonObject = JSON.parse(utf8.decode(request))
  return decodeMutations(body['mutations'])
}
