import {fromBlock} from '../inline/fromBlock.ts'
import type {Piece} from '../inline/pieces.ts'
import {printPieces} from '../inline/printPieces.ts'
import {readChildren} from '../inline/readChildren.ts'
import type {Printing} from '../printing.ts'
import type {Reader} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {textToken, verbatimToken} from '../rules/tokens.ts'
import type {BlockStyle, TextBlock} from '../types.ts'

const styles: Readonly<Record<string, BlockStyle>> = {h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6'}

/** `{#id .class}` at the end of a heading, which Goldmark takes as its attributes. */
const attributes = /\s*(\{[^{}<>%]*\})\s*$/

/** ATX and setext headings; attributes are kept as inline Markdown at the end. Goldmark takes the id of a heading of several lines from the last one. */
export const readHeading: Reader = (node, reading) => {
  const [open, inline] = node.tokens
  if (open === undefined || inline === undefined) return {refused: 'heading'}
  const style = headingStyle(open)
  if (inline.content.includes('\n')) return {refused: 'heading of several lines'}
  const {block, identity} = readChildren(withoutAttributes(inline.children ?? []), reading, {style}, 'heading')
  return [{block, identity, lines: node.lines}]
}

/** The style of a heading's opening token. */
export function headingStyle({tag}: Token): BlockStyle {
  return styles[tag] ?? 'h1'
}

/**
 * The attributes stand in the last text token; they become a token of verbatim Markdown with the space before them,
 * which markdown-it takes for a part of a backslash that escapes nothing.
 */
export function withoutAttributes(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1)
  if (last?.type !== 'text' || !last.content.includes('{')) return tokens
  const match = attributes.exec(last.content)
  if (match === null) return tokens
  const text = last.content.slice(0, match.index)
  const before = tokens.at(-2)
  if (text === '' && before?.type === 'text_special') {
    const space = /\s*$/.exec(before.content)?.[0] ?? ''
    const word = textToken(before.content.slice(0, before.content.length - space.length))
    return [...tokens.slice(0, -2), word, verbatimToken(space + match[0].trimEnd())]
  }
  return [...tokens.slice(0, -1), textToken(text), verbatimToken(match[0].trimEnd())]
}

export function printHeading(block: TextBlock, printing: Printing): string {
  const marker = '#'.repeat(Number(block.style.slice(1)))
  const pieces = fromBlock(block)
  const text = printPieces(pieces, {...printing, place: 'heading'})
  if (text === '') return marker
  return `${marker} ${endsInAttributes(pieces) ? text : protectEnd(text)}`
}

function endsInAttributes(pieces: readonly Piece[]): boolean {
  const object = pieces.at(-1)?.object
  return object?._type === 'inlineMarkdown' && object.markdown.trim().startsWith('{')
}

/** Closing `#`s would be dropped and braces taken as attributes. */
function protectEnd(text: string): string {
  const braced = text.replace(/\{([^{}]*)\}$/, '\\{$1}')
  return braced.replace(/(^|\s)(#+)$/, '$1\\$2')
}
