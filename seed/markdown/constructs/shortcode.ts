import type {Draft, Node, Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {isSameCall} from '../shortcodes/sameCall.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'
import type {CustomBlock, Shortcode} from '../types.ts'
import {printButton, readButton} from './button.ts'
import {readCalloutShortcode} from './callout.ts'
import {printEmbed, readEmbedShortcode} from './embed.ts'
import {printFigure, readFigureShortcode} from './figure.ts'
import {readMathShortcode} from './mathBlock.ts'

/** Lines that hold one shortcode each and nothing else: one block per line. */
export function readLoneShortcodes(inline: Token, node: Node, reading: Reading): Draft[] | undefined {
  if (!inline.content.startsWith('\uFDD0')) return undefined
  const drafts: Draft[] = []
  for (const [index, line] of inline.content.split('\n').entries()) {
    const unit = reading.units[Number(/^\uFDD0(\d+)\uFDD1$/.exec(line.trim())?.[1] ?? -1)]
    if (unit?.tag === undefined || unit.tag.name === 'icon') return undefined
    const at = node.lines[0] + index
    drafts.push({block: readUnit(unit, reading, at), lines: [at, at + 1]})
  }
  return drafts
}

/** A structured block where printing it gives the same call, else the call verbatim. */
function readUnit(unit: ShortcodeUnit, reading: Reading, line: number): CustomBlock {
  const structured = readKnown(unit, reading)
  if (structured !== undefined) return structured
  const name = unit.tag?.name ?? ''
  reading.note('unknownShortcode', line, `The shortcode "${name}" is kept as it is.`, unit.source)
  return {_type: 'shortcode', _key: '', name, source: unit.source}
}

function readKnown(unit: ShortcodeUnit, reading: Reading): CustomBlock | undefined {
  const name = unit.tag?.name
  if (name === 'callout' || name === 'alert') return readCalloutShortcode(unit, reading)
  if (name === 'figure') return exact(unit, readFigureShortcode(unit, reading), (figure) => printFigure(figure))
  if (name === 'math') return readMathShortcode(unit.source)
  if (name === 'cta' || name === 'button') return exact(unit, readButton(unit), printButton)
  return exact(unit, readEmbedShortcode(unit), printEmbed)
}

function exact<Block>(
  unit: ShortcodeUnit,
  block: Block | undefined,
  print: (block: Block) => string,
): Block | undefined {
  if (block === undefined) return undefined
  return isSameCall(unit, print(block)) ? block : undefined
}

export function printShortcode(block: Shortcode): string {
  return block.source
}
