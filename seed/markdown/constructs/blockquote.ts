import {readChildren} from '../inline/readChildren.ts'
import type {Printing} from '../printing.ts'
import {sliceLines, type Draft, type Reader} from '../reading.ts'
import type {TextBlock} from '../types.ts'
import {readAlert} from './callout.ts'
import {printParagraph} from './paragraph.ts'

/** A plain quote: one block for each of its paragraphs. Quotes that hold anything else stay Markdown. */
export const readBlockquote: Reader = (node, reading) => {
  const alert = readAlert(node, reading)
  if (alert !== undefined) return alert
  if (/^(?: {4}| {0,3}\t)\s*>/m.test(sliceLines(reading, node.lines))) return {refused: 'quote with an indented marker'}
  const drafts: Draft[] = []
  const inner = node.tokens.slice(1, -1)
  for (let index = 0; index < inner.length; index += 3) {
    const open = inner[index]
    const inline = inner[index + 1]
    if (open?.type !== 'paragraph_open' || inline === undefined) return {refused: `quote with ${nameOf(open?.type)}`}
    const {block, identity} = readChildren(inline.children ?? [], reading, {style: 'blockquote'})
    drafts.push({block, identity, lines: [open.map?.[0] ?? node.lines[0], open.map?.[1] ?? node.lines[1]]})
  }
  return drafts.length === 0 ? {refused: 'empty quote'} : drafts
}

function nameOf(type: string | undefined): string {
  return (type ?? 'nothing').replace(/_open$/, '').replaceAll('_', ' ')
}

/** A quote that begins with the name of a kind would be an alert. */
export function printBlockquote(block: TextBlock, printing: Printing): string {
  return quoteLines(printParagraph(block, printing).replace(/^\[(?=![A-Za-z])/, '\\['))
}

/** Each line behind `>`. */
export function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
