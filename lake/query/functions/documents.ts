import {readCandidates} from '../evaluation.ts'
import type {NativeFunction} from '../nativeCall.ts'

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
  for (const candidate of readCandidates(evaluation, {kind: 'references', ids: [id]}))
    if (refersTo(candidate, id)) count += 1
  return count
}

function refersTo(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, id))
  if (typeof value !== 'object' || value === null) return false
  if ('_ref' in value && value._ref) return value._ref === id
  return Object.values(value).some((member) => refersTo(member, id))
}
