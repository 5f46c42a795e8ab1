import type {JsonObject, JsonValue} from '../document.ts'
import {publishedIdOf, releaseDocumentId, releaseOfVersion} from '../documentIds.ts'
import {isObject} from '../isObject.ts'

/**
 * The `_system` that a new document is stored with: which release and document it is a version of follows from its id,
 * whatever the client sent (the Studio copies a version's content to a draft, `_system` and all). Undefined when there
 * is nothing to say.
 */
export function documentSystem(id: string, given: JsonValue | undefined): JsonValue | undefined {
  const {bundleId: _, scopeId: __, release: ___, group: ____, ...rest} = isObject(given) ? given : {}
  const system = {...rest, ...membershipOf(id)}
  return Object.keys(system).length === 0 ? undefined : system
}

function membershipOf(id: string): JsonObject {
  const release = releaseOfVersion(id)
  if (release === undefined) return {}
  return {
    bundleId: release,
    scopeId: release,
    release: {_ref: releaseDocumentId(release), _weak: true},
    group: {_ref: publishedIdOf(id), _weak: true},
  }
}
