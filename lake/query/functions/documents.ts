import {readCandidates} from '../evaluation.ts'
import type {NativeFunction} from '../nativeCall.ts'
import {refersToOneOf} from '../satisfiesNarrowing.ts'

/**
 * `documents::get(reference)`: the document that a reference leads to, also a global one (`dataset:<project>.<dataset>:<id>`) when it leads into
 * this dataset; null when it leads nowhere or elsewhere.
 */
export const getDocument: NativeFunction = (evaluation, reference) => {
  const ref = typeof reference === 'object' && reference !== null && '_ref' in reference ? reference._ref : reference
  if (typeof ref !== 'string') return null
  const [, dataset, globalId] = /^dataset:([^:]+):(.+)$/.exec(ref) ?? []
  if (dataset !== undefined && dataset !== `${evaluation.projectId}.${evaluation.dataset}`) return null
  return evaluation.options.dereference?.({_ref: globalId ?? ref}) ?? null
}

/** `documents::incomingRefCount()`: how many documents refer to the one at hand. Null outside of a document. */
export const incomingRefCount: NativeFunction = (evaluation, document) => {
  if (typeof document !== 'object' || document === null || !('_id' in document)) return null
  const id = document._id
  if (typeof id !== 'string') return null
  let count = 0
  const ids = new Set([id])
  for (const candidate of readCandidates(evaluation, {kind: 'references', ids: [id]})) {
    if (refersToOneOf(candidate, ids)) count += 1
  }
  return count
}
