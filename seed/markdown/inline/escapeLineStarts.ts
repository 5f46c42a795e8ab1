import type {Printing} from '../printing.ts'
import type {Piece} from './pieces.ts'
import {printObject} from './printObject.ts'

interface Range {
  start: number
  end: number
}

const starts: ReadonlyArray<readonly [pattern: RegExp, replacement: string]> = [
  [/^(#{1,6}(?=\s|$))/, '\\$1'],
  [/^([-+*](?=\s|$))/, '\\$1'],
  [/^((?:- *){3,}$)/, '\\$1'],
  [/^(\d{1,9})([.)](?=\s|$))/, '$1\\$2'],
  [/^>/, '\\>'],
  [/^~~~/, '\\~~~'],
  [/^([:~](?=\s|$))/, '\\$1'],
  [/^(\{\s*(?:[#.}]|[A-Za-z_:][\w:.-]*\s*=))/, '\\$1'],
]

/** What would make a heading or a table of the line before. */
const laterStarts: ReadonlyArray<readonly [pattern: RegExp, replacement: string]> = [
  [/^(-+\s*$)/, '\\$1'],
  [/^(=+\s*$)/, '\\$1'],
  [/^((?=.*-)[-|:][-|: \t]*$)/, '\\$1'],
  ...starts,
]

/**
 * Escapes what would begin another block at the start of a line of a paragraph: `#`, `-`, `1.`, `>` and the like. Lines
 * that begin inside an object are its own source.
 */
export function escapeLineStarts(text: string, pieces: readonly Piece[], printing: Printing): string {
  if (!/^[-#+*=\d>~:{|]/m.test(text)) return text
  const objects = objectRanges(text, pieces, printing)
  let at = 0
  return text
    .split('\n')
    .map((line) => {
      const start = at
      at += line.length + 1
      if (objects.some((range) => start >= range.start && start < range.end)) return line
      const rule = (start === 0 ? starts : laterStarts).find(([pattern]) => pattern.test(line))
      return rule === undefined ? line : line.replace(rule[0], rule[1])
    })
    .join('\n')
}

/** Where the objects that can hold the start of a line stand: the first piece, and those of several lines. */
function objectRanges(text: string, pieces: readonly Piece[], printing: Printing): Range[] {
  let cursor = 0
  return pieces.flatMap(({object}, index) => {
    const source = object === undefined ? '' : printObject(object, printing.escape)
    if (source === '' || (index > 0 && !source.includes('\n'))) return []
    const start = text.indexOf(source, cursor)
    cursor = start < 0 ? cursor : start + source.length
    return start < 0 ? [] : [{start, end: cursor}]
  })
}
