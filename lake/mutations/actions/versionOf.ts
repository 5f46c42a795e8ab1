import type {LakeDocument} from '../../document.ts'
import {releaseDocumentId, releaseOfVersion} from '../documentIds.ts'
import {isPlainObject, type JsonObject} from '../jsonValues.ts'
import type {DocumentInput} from '../mutation.ts'

/** A copy of a document under the id of a draft or version, with the `_system` that says what it was made from. */
export function versionOf(base: LakeDocument, id: string, publishedId: string): DocumentInput & {_id: string} {
  const {_rev, _updatedAt: _, _system: __, ...content} = base
  return {...content, _id: id, _type: base._type, _system: systemOf(id, publishedId, {id: base._id, rev: _rev})}
}

/** `_system` of a draft or version; a version also says to which release and document it belongs. */
export function systemOf(id: string, publishedId: string, base?: {id: string; rev: string}): JsonObject {
  const release = releaseOfVersion(id)
  return {
    ...(base === undefined ? {} : {base}),
    ...(release === undefined
      ? {}
      : {
          bundleId: release,
          scopeId: release,
          release: {_ref: releaseDocumentId(release), _weak: true},
          group: {_ref: publishedId, _weak: true},
        }),
  }
}

export function isGoingToUnpublish(document: LakeDocument): boolean {
  const system = document['_system']
  return isPlainObject(system) && system['delete'] === true
}
