import type {LakeDocument} from '../document.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {satisfiesNarrowing} from '../query/satisfiesNarrowing.ts'

/** A single document as a source of queries. It has no columns: for one document they are no quicker, and each takes a look at the clock. */
export function oneDocument(document: LakeDocument): DocumentSource {
  return {
    revision: 0,
    get: (id) => (id === document._id ? document : undefined),
    candidates: (narrowing) => (satisfiesNarrowing(document, narrowing) ? [document] : []),
  }
}
