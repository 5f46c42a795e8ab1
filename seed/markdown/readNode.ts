import {readerFor} from './constructs/index.ts'
import {readRawMarkdown} from './constructs/rawMarkdown.ts'
import {isExact} from './isExact.ts'
import {isPlainNode} from './isPlainNode.ts'
import {noteHtml, noteInline} from './noteInline.ts'
import {isOneConstruct} from './printTextBlocks.ts'
import {isRefusal, sliceLines, type Draft, type Node, type Reading} from './reading.ts'
import {refuseLines} from './rules/foreignLines.ts'
import {unmask} from './shortcodes/placeholders.ts'

/** The blocks of one construct if printing them gives the same page, else one block of raw Markdown, with a notice. */
export function readNode(node: Node, reading: Reading, before: readonly Draft[]): Draft[] {
  const type = node.tokens[0]?.type ?? ''
  if (node.bound !== undefined) return keepRaw(node, reading, node.bound)
  const drafts = readerFor(type)(node, reading)
  if (isRefusal(drafts)) return keepRaw(node, reading, drafts.refused)
  const refused = refuseLines(node, reading)
  if (refused !== undefined) return keepRaw(node, reading, refused)
  if (containers.has(type) && hidesLines(drafts, node, reading))
    return keepRaw(node, reading, 'link definition inside it')
  if (joinsPrevious(drafts, before)) return keepRaw(node, reading, 'list or quote right after another')
  if (type === 'html_block' && drafts[0]?.block._type === 'rawHtml')
    return noteHtml(drafts, drafts[0].block.html, reading)
  // Plain text has nothing that a notice tells of either.
  if (isPlainNode(node)) return drafts
  if (!isExact(drafts, node, reading))
    return keepRaw(node, reading, `${constructName(type)} that has no exact way back`)
  for (const draft of drafts) noteInline(draft, reading)
  return drafts
}

const containers: ReadonlySet<string> = new Set(['bullet_list_open', 'ordered_list_open', 'blockquote_open'])

/** Link definitions inside a list or a quote give no block that could hold them. */
function hidesLines(drafts: readonly Draft[], {lines: [from, to]}: Node, reading: Reading): boolean {
  let line = from
  for (const {lines} of [...drafts, {lines: [to, to] as const}]) {
    for (; line < lines[0]; line++) if (/[^ \t>]/.test(sliceLines(reading, [line, line + 1]))) return true
    line = Math.max(line, lines[1])
  }
  return false
}

function keepRaw(node: Node, reading: Reading, reason: string): Draft[] {
  reading.note('rawBlock', node.lines[0], `Kept as Markdown: ${reason}.`, firstLine(node, reading))
  return [readRawMarkdown(node, reading)]
}

function firstLine(node: Node, reading: Reading): string {
  return unmask(sliceLines(reading, [node.lines[0], node.lines[0] + 1]), reading.units)
    .slice(0, 80)
    .replace(/\n[\s\S]*/, '')
}

function constructName(type: string): string {
  return type.replace(/_open$/, '').replaceAll('_', ' ')
}

/** Two lists of a kind or quotes beside one another would be printed as one. */
function joinsPrevious([first]: readonly Draft[], before: readonly Draft[]): boolean {
  if (first === undefined) return false
  return isOneConstruct(before.length, (at) => (at === before.length ? first : before[at])?.block)
}
