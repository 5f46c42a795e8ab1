import {QueryExecutionError, StorageError} from './errors.ts'

/** So much of a query tells which one it was. */
const longestExcerpt = 80

/**
 * What the log says of an error. A query that was stopped and a full disk are no fault of the program, so the query's beginning is told and not where
 * in the program that was; parameters and texts may hold what is nobody's business.
 */
export function faultText(error: unknown): string {
  if (error instanceof QueryExecutionError && error.query !== undefined) {
    return `${error.message}: ${excerpt(error.query)}`
  }
  if (error instanceof StorageError && error.code === 'storage_full') return error.message
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return error instanceof StorageError && error.sql !== undefined ? `${text}\n    in ${error.sql}` : text
}

const strings = /"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)/gsu

/** The beginning of a query in one line, without the texts in it, which are often parameters by another name. */
function excerpt(query: string): string {
  const line = query
    .slice(0, longestExcerpt * 4)
    .replaceAll(strings, '"…"')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt).trim()} …` : line
}
