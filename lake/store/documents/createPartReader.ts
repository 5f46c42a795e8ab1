import type {LakeDocument} from '../../document.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {DocumentCache} from './createDocumentCache.ts'
import type {PartialDocuments} from './createPartialDocuments.ts'

/** Documents that are read at once: first few, as who wants the first ones only; then ever more, up to what a scan holds at once. */
const [firstPage, longestPage] = [8, 256]

/** Gives documents by their keys, in that order, with these attributes at least: as they are in memory, else without their other attributes. */
export function createPartReader(
  cache: DocumentCache,
  parts: PartialDocuments,
): (wanted: Iterable<DocumentKey>, attributes: readonly string[]) => Generator<LakeDocument> {
  function* partsOf(page: readonly DocumentKey[], attributes: readonly string[]): Generator<LakeDocument> {
    const known = page.map((key) => cache.peek(key.id))
    const unknown = page.filter((_, at) => known[at] === undefined)
    const found = unknown.length > 0 ? parts.read(unknown, attributes) : undefined
    for (const [at, key] of page.entries()) {
      const document = known[at] ?? found?.get(key.pk)
      if (document !== undefined) yield document
    }
  }

  return function* readParts(wanted, attributes) {
    let size = firstPage
    let page: DocumentKey[] = []
    for (const key of wanted) {
      page.push(key)
      if (page.length < size) continue
      yield* partsOf(page, attributes)
      page = []
      size = Math.min(size * 2, longestPage)
    }
    yield* partsOf(page, attributes)
  }
}
