import type {LakeDocument} from '../../document.ts'
import {publishedIdOf} from '../../documentIds.ts'
import {isObject} from '../../isObject.ts'

/** A view of a document that did not change is the same object. */
const views = new WeakMap<LakeDocument, LakeDocument>()

/** A document as a perspective shows it: under its published id, with its own one as `_originalId`. */
export function viewOf(document: LakeDocument, publishedId = publishedIdOf(document._id)): LakeDocument {
  const known = views.get(document)
  if (known) return known
  const view = {...document, _id: publishedId, _originalId: document._id}
  views.set(document, view)
  return view
}

/** The view of a document; undefined when it says that it will be unpublished with its release. */
export function shownView(document: LakeDocument): LakeDocument | undefined {
  const system = document['_system']
  const isDelete = isObject(system) && system['delete'] === true
  return isDelete ? undefined : viewOf(document)
}
