import type {LakeDocument} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import type {DocumentInput} from '../mutation.ts'

/** A copy of a document under the id of a draft or version, with the `_system` that says what it was made from. */
export function versionOf(base: LakeDocument, id: string): DocumentInput & {_id: string} {
  const {_rev, _updatedAt: _, _system: __, ...content} = base
  return {...content, _id: id, _type: base._type, _system: {base: {id: base._id, rev: _rev}}}
}

/** Whether a version says that its document is unpublished with the release. */
export function isGoingToUnpublish({_system: system}: LakeDocument): boolean {
  return isObject(system) && system['delete'] === true
}
