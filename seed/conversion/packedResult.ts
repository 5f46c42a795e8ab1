import type {PageResult, PageText} from './convertPage.ts'

/**
 * JSON of a `PageResult`, for the thread that asked: making it and reading it take half as long as a structured clone.
 * The page's source, a quarter of it all, is left out: that thread has it.
 */
export type PackedResult = string

/** Takes the source out of the result. */
export function packResult(result: PageResult): PackedResult {
  setSource(result, '')
  return JSON.stringify(result)
}

/** @param page The one that the result is of. */
export function unpackResult(packed: PackedResult, page: PageText): PageResult {
  const result: PageResult = JSON.parse(packed)
  setSource(result, page.text)
  return result
}

function setSource(result: PageResult, source: string): void {
  if (result.state === 'converted' && result.converted.document.hugo) result.converted.document.hugo.source = source
}
