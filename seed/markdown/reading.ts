import type {NoticeKind} from '../notices.ts'
import type {Identity} from './keys.ts'
import type {MarkdownEnvironment} from './parseTokens.ts'
import type {Token} from './rules/markdownIt.ts'
import type {ShortcodeUnit} from './shortcodes/scanShortcodes.ts'
import type {BodyBlock, MarkdownContext, TextBlock} from './types.ts'

/** What every construct may ask while it reads one text. */
export interface Reading {
  context: MarkdownContext
  /** The text with line feeds and placeholders for shortcodes. */
  text: string
  lineStarts: readonly number[]
  units: readonly ShortcodeUnit[]
  environment: MarkdownEnvironment
  /** Reads the Markdown inside a construct (a callout's text); refuses when it holds more than text blocks. */
  readInner(markdown: string, inShortcode?: boolean): TextBlock[] | Refusal
  /** Adds a notice about a line of the text, from 0. */
  note(kind: NoticeKind, line: number, message: string, value?: string): void
}

/** A block read from some lines, its own key still empty, and what it says, where that is at hand. */
export interface Draft {
  block: BodyBlock
  identity?: Identity
  /** Lines of the text, end exclusive. */
  lines: readonly [number, number]
}

/** One construct at the top level: its tokens and its lines, blank lines at its end not counted. */
export interface Node {
  tokens: readonly Token[]
  lines: readonly [number, number]
  /** Why it stays Markdown whatever it is: it cannot be told apart from what follows it. */
  bound?: string
}

/** Why something cannot become structured without changing what Hugo renders. */
export interface Refusal {
  refused: string
}

export type Reader = (node: Node, reading: Reading) => Draft[] | Refusal

export function isRefusal(result: Draft[] | Refusal): result is Refusal {
  return 'refused' in result
}

/** The source of some lines, shortcodes still masked. */
export function sliceLines(reading: Reading, [from, to]: readonly [number, number]): string {
  const start = reading.lineStarts[from] ?? reading.text.length
  return reading.text.slice(start, lineEnd(reading, to))
}

/** Whether a line has nothing but spaces and tabs; a no-break space is text to Markdown. */
export function isBlankLine(reading: Reading, line: number): boolean {
  const {text, lineStarts} = reading
  const end = lineEnd(reading, line + 1)
  for (let at = lineStarts[line] ?? 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x09) return false
  }
  return true
}

/** Offset of the end of the line before `line`, without its line feed. */
export function lineEnd(reading: Reading, line: number): number {
  const next = reading.lineStarts[line]
  if (next === undefined) return reading.text.endsWith('\n') ? reading.text.length - 1 : reading.text.length
  return next - 1
}
