import type {Notice} from '../notices.ts'
import {canonicalJson} from '../values/canonicalJson.ts'
import {createReading} from './createReading.ts'
import {readChildren} from './inline/readChildren.ts'
import {toBlock, type BuiltBlock} from './inline/toBlock.ts'
import {isExact} from './isExact.ts'
import {createKeyMaker} from './keys.ts'
import {noteInline} from './noteInline.ts'
import {parseTokens, type MarkdownEnvironment} from './parseTokens.ts'
import {isBlankLine, sliceLines, type Node, type Reading} from './reading.ts'
import {refuseLines} from './rules/foreignLines.ts'
import {maskShortcodes, placeholderStart, unmask} from './shortcodes/placeholders.ts'
import {readSourceText} from './sourceText.ts'
import {topLevelNodes} from './topLevelNodes.ts'
import type {InlineBlocks, MarkdownContext, TextBlock} from './types.ts'

export interface ParsedInline {
  blocks: InlineBlocks
  notices: Notice[]
}

/**
 * Inline Markdown of a caption, as `markdownify` reads it, to normal blocks: one for each paragraph. What is no
 * paragraph, or has no exact way back, is a block with one `inlineMarkdown` object, which holds it as it is written.
 */
export function parseInline(markdown: string, context: MarkdownContext): ParsedInline {
  const text = readSourceText(markdown).text.trim()
  const masked = maskShortcodes(text)
  const environment: MarkdownEnvironment = {footnotes: new Set()}
  const notices: Notice[] = []
  const readInner = () => ({refused: 'inline text'})
  const reading = createReading(masked, {context, environment, notices, readInner})
  const nodes = topLevelNodes(parseTokens(masked.text, context.dialect, environment), reading)
  const key = createKeyMaker()
  const lines = isReadable(text, nodes, reading) ? nodes.map((node) => readLine(node, reading)) : [verbatim(text)]
  const built = lines.some(({block}) => hasPlaceholder(block, reading)) ? [verbatim(text)] : lines
  const blocks = text === '' ? [] : built.map(({block, identity}) => ({...block, _key: key(identity)}))
  for (const [index, block] of blocks.entries()) noteInline({block, lines: nodes[index]?.lines ?? [0, 1]}, reading)
  return {blocks, notices}
}

/** Whether the constructs are all that the text has: link definitions give no tokens. */
function isReadable(text: string, nodes: readonly Node[], reading: Reading): boolean {
  if (/[\uFDD0\uFDD1]/.test(text)) return false
  let line = 0
  for (const {lines} of [...nodes, {lines: [reading.lineStarts.length, 0] as const}]) {
    for (; line < lines[0]; line++) if (!isBlankLine(reading, line)) return false
    line = lines[1]
  }
  return true
}

function hasPlaceholder(block: TextBlock, {units}: Reading): boolean {
  return units.length > 0 && canonicalJson(block).includes(placeholderStart)
}

function readLine(node: Node, reading: Reading): BuiltBlock {
  const inline = node.tokens[1]
  const source = unmask(sliceLines(reading, node.lines), reading.units)
  if (node.tokens[0]?.type !== 'paragraph_open' || node.bound !== undefined) return verbatim(source)
  if (inline === undefined || refuseLines(node, reading) !== undefined) return verbatim(source)
  const built = readChildren(inline.children ?? [], reading, {style: 'normal'})
  return isExact([{block: built.block, lines: node.lines}], node, reading) ? built : verbatim(source)
}

function verbatim(markdown: string): BuiltBlock {
  return toBlock([{text: '', object: {_type: 'inlineMarkdown', markdown}, marks: []}], {style: 'normal'})
}
