import {isBlankLine, sliceLines, type Node, type Reading} from './reading.ts'
import {hasAttributeLine, startsAsDefinition} from './rules/foreignLines.ts'
import type {Token} from './rules/markdownIt.ts'

/** The top-level constructs of a text with their lines. */
export function topLevelNodes(tokens: readonly Token[], reading: Reading): Node[] {
  const nodes: Node[] = []
  for (let index = 0; index < tokens.length;) {
    const start = index
    let depth = 0
    do depth += tokens[index++]?.nesting ?? 0
    while (depth > 0 && index < tokens.length)
    const [from, to] = tokens[start]?.map ?? [0, 0]
    const isOpenEnded = tokens[start]?.type === 'fence' || tokens[start]?.type === 'html_block'
    const end = isOpenEnded ? to : lastLine(reading, from, to)
    const node: Node = {tokens: tokens.slice(start, index), lines: [from, end]}
    const before = nodes.at(-1)
    const bound = before === undefined ? undefined : boundTo(before, node, reading)
    if (before !== undefined && bound !== undefined) {
      nodes[nodes.length - 1] = {tokens: before.tokens, lines: [before.lines[0], node.lines[1]], bound}
    } else {
      nodes.push(node)
    }
  }
  return nodes
}

/** Why two neighbours have to stay together as they are. */
function boundTo(before: Node, node: Node, reading: Reading): string | undefined {
  const [open, inline] = node.tokens
  const text = open?.type === 'paragraph_open' ? (inline?.content ?? '') : ''
  if (before.lines[1] === node.lines[0] && hasAttributeLine(text)) return 'block attributes'
  if (before.tokens[0]?.type === 'paragraph_open' && startsAsDefinition(text)) return 'definition list'
  const isJoined = before.lines[1] === node.lines[0] && /list_open|blockquote_open/.test(before.tokens[0]?.type ?? '')
  if (isJoined && text !== '' && endsInDefinition(before, reading)) return 'link definition inside it'
  if (open?.type !== 'code_block') return undefined
  const isInside = /list_open|footnote_open|dl_open/.test(before.tokens[0]?.type ?? '') || before.bound !== undefined
  return isInside ? 'indented code after a list' : undefined
}

/** Text right after a link definition in a list or a quote belongs to it, as Goldmark reads it. */
function endsInDefinition({lines: [, end]}: Node, reading: Reading): boolean {
  return /\[[^\]]+\]:/.test(sliceLines(reading, [end - 1, end]))
}

/** Tokens of lists and quotes count the blank lines after them. */
function lastLine(reading: Reading, from: number, to: number): number {
  let end = Math.min(to, reading.lineStarts.length)
  while (end > from + 1 && isBlankLine(reading, end - 1)) end--
  return end
}
