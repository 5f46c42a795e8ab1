import type {LakeDocument} from '../document.ts'
import type {DocumentSource} from './documentSource.ts'
import {compareValues} from './compareValues.ts'
import {publishedId} from './publishedId.ts'
import {satisfiesNarrowing} from './satisfiesNarrowing.ts'
import {valueAt} from './valueAt.ts'

/** Documents in memory as a source of queries: listeners use it for one document, tests for many.
 * Its narrowings are exact, which shows at once where a query narrows too much. */
export function arraySource(documents: readonly LakeDocument[], revision = 0): DocumentSource {
  const sorted = documents.toSorted((left, right) => (left._id < right._id ? -1 : Number(left._id > right._id)))
  const byId = new Map(sorted.map((document) => [document._id, document]))
  return {
    revision,
    get: (id) => byId.get(id),
    has: (id) => byId.has(id),
    candidates(narrowing) {
      if (narrowing.kind === 'all') return sorted
      if (narrowing.kind !== 'ids') return sorted.filter((document) => satisfiesNarrowing(document, narrowing))
      const ids = [...new Set(narrowing.ids)].sort()
      return ids.map((id) => byId.get(id)).filter((document) => document !== undefined)
    },
    ordered: (narrowing, {path, direction}) =>
      sorted
        .filter((document) => satisfiesNarrowing(document, narrowing))
        .sort((left, right) => {
          const compared = compareValues(valueAt(left, path), valueAt(right, path))
          return direction === 'asc' ? compared : -compared
        }),
    count: (narrowing, publishedOnly) =>
      sorted.filter(
        (document) =>
          (!publishedOnly || publishedId(document._id) === document._id) && satisfiesNarrowing(document, narrowing),
      ).length,
  }
}
