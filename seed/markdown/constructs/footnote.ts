import type {Printing} from '../printing.ts'
import {printTextBlocks} from '../printTextBlocks.ts'
import {sliceLines, type Reader} from '../reading.ts'
import {unmask} from '../shortcodes/placeholders.ts'
import type {Footnote} from '../types.ts'

/** `[^label]: text`, its further paragraphs indented by four spaces. */
export const readFootnote: Reader = (node, reading) => {
  const label = node.tokens[0]?.info ?? ''
  const lines = unmask(sliceLines(reading, node.lines), reading.units).split('\n')
  // Goldmark takes it as code from four spaces on.
  if (/^ {0,3}\[\^[^\]]+\]: {4}/.test(lines[0] ?? '')) return {refused: 'footnote that begins with code'}
  const first = lines[0]?.replace(/^ {0,3}\[\^[^\]]+\]:[ \t]*/, '') ?? ''
  const rest = lines.slice(1).map((line) => line.replace(/^(?: {1,4}|\t)/, ''))
  const content = reading.readInner([first, ...rest].join('\n'))
  if (!Array.isArray(content)) return content
  if (content.length === 0) return {refused: 'empty footnote'}
  return [{block: {_type: 'footnote', _key: '', label, content}, lines: node.lines}]
}

export function printFootnote(footnote: Footnote, printing: Printing): string {
  const text = printTextBlocks(footnote.content, printing)
  return `[^${footnote.label}]: ${text.replace(/\n(?=[^\n])/g, '\n    ')}`
}
