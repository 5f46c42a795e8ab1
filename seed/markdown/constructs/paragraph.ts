import {escapeLineStarts} from '../inline/escapeLineStarts.ts'
import {fromBlock} from '../inline/fromBlock.ts'
import {printPieces} from '../inline/printPieces.ts'
import {readChildren} from '../inline/readChildren.ts'
import type {Printing} from '../printing.ts'
import type {Draft, Node, Reader, Reading} from '../reading.ts'
import type {TextBlock} from '../types.ts'
import {readLoneFigure} from './figure.ts'
import {readLoneMath} from './mathBlock.ts'
import {readLoneShortcodes} from './shortcode.ts'

/** A paragraph, or what stands alone in one: an image, a formula, shortcodes. */
export const readParagraph: Reader = (node, reading) => {
  const inline = node.tokens[1]
  if (inline === undefined) return {refused: 'empty paragraph'}
  return (
    readLoneShortcodes(inline, node, reading) ??
    readLoneMath(inline, node, reading) ??
    readLoneFigure(inline, node, reading) ?? [readTextDraft(node, reading)]
  )
}

function readTextDraft(node: Node, reading: Reading): Draft {
  const {block, identity} = readChildren(node.tokens[1]?.children ?? [], reading, {style: 'normal'})
  return {block, identity, lines: node.lines}
}

export function printParagraph(block: Pick<TextBlock, 'children' | 'markDefs'>, printing: Printing): string {
  const pieces = fromBlock(block)
  return escapeLineStarts(printPieces(pieces, printing), pieces, printing)
}
