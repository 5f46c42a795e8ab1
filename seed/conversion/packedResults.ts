import type {PageResult, PageText} from './convertPage.ts'
import {FlatReader, type FlatValues, FlatWriter} from './flatValues.ts'

/** Results of some pages, for the thread that asked. A page's source, a quarter of it all, is left out: it has that. */
export type PackedResults = FlatValues

/** Takes the source out of them. */
export function packResults(results: readonly PageResult[]): PackedResults {
  const writer = new FlatWriter()
  for (const result of results) {
    setSource(result, '')
    writer.add(result)
  }
  return writer.finish()
}

/** @param pages Those that the results are of. */
export function unpackResults(packed: PackedResults, pages: readonly PageText[]): PageResult[] {
  const reader = new FlatReader(packed)
  return pages.map((page) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `packResults` was given
    const result = reader.next() as PageResult
    setSource(result, page.text)
    return result
  })
}

function setSource(result: PageResult, source: string): void {
  if (result.state === 'converted' && result.converted.document.hugo) result.converted.document.hugo.source = source
}
