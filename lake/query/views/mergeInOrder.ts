import type {LakeDocument} from '../../document.ts'

/** Says which of two documents comes first, as `Array.sort` wants it. */
export type Compare = (left: LakeDocument, right: LakeDocument) => number

/** Documents of two lists, each in order already, in that order; of equals those of the first list come first. */
export function* mergeInOrder(
  first: LakeDocument[],
  second: Iterable<LakeDocument>,
  compare: Compare,
): Iterable<LakeDocument> {
  let next = 0
  for (const document of second) {
    for (; next < first.length; next += 1) {
      const candidate = first[next]
      if (!candidate || compare(candidate, document) > 0) break
      yield candidate
    }
    yield document
  }
  yield* first.slice(next)
}
