import type {SourceSpan} from './types.ts'

/** Markdown with plain line feeds, and the way back to the offsets of the text as it is in the file. */
export interface SourceText {
  /** Line feeds only. */
  text: string
  lineEnd: '\n' | '\r\n'
  /** Offsets in the original of a range of `text`. */
  original(start: number, end: number): SourceSpan
}

/** Reads CRLF, CR and LF, and as one line end the CR CR LF of files converted twice; the first is the file's style. */
export function readSourceText(markdown: string): SourceText {
  if (!markdown.includes('\r')) return {text: markdown, lineEnd: '\n', original: (start, end) => ({start, end})}
  const removed: number[] = []
  let kept = 0
  const text = markdown.replace(/\r+\n|\r/g, (end, offset: number) => {
    const place = offset - kept
    for (let extra = end.length - 1; extra > 0; extra--) {
      removed.push(place)
      kept++
    }
    return '\n'
  })
  const shift = (offset: number): number => offset + countBelow(removed, offset)
  return {
    text,
    lineEnd: /\r+\n|\r|\n/.exec(markdown)?.[0].endsWith('\r\n') === true ? '\r\n' : '\n',
    original: (start, end) => ({start: shift(start), end: shift(end)}),
  }
}

/** How many numbers of a sorted array lie below a limit. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
