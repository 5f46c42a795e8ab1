import {endsInAttributeLine} from './constructs/paragraph.ts'
import {isBlankLine, type Node, type Reading} from './reading.ts'
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
    const bound = before === undefined ? undefined : boundTo(before, node)
    if (before !== undefined && bound !== undefined) {
      nodes[nodes.length - 1] = {tokens: before.tokens, lines: [before.lines[0], node.lines[1]], bound}
    } else {
      nodes.push(node)
    }
  }
  return nodes
}

/** Why two neighbours have to stay together as they are. */
function boundTo(before: Node, node: Node): string | undefined {
  if (before.lines[1] === node.lines[0] && isAttributes(node)) return 'block attributes'
  const isInside = /list_open|footnote_open|dl_open/.test(before.tokens[0]?.type ?? '') || before.bound !== undefined
  return isInside && node.tokens[0]?.type === 'code_block' ? 'indented code after a list' : undefined
}

/** Whether a node is nothing but a line of block attributes. */
function isAttributes(node: Node): boolean {
  return node.tokens[0]?.type === 'paragraph_open' && endsInAttributeLine(`\n${node.tokens[1]?.content ?? ''}`)
}

/** Tokens of lists and quotes count the blank lines after them. */
function lastLine(reading: Reading, from: number, to: number): number {
  let end = Math.min(to, reading.lineStarts.length)
  while (end > from + 1 && isBlankLine(reading, end - 1)) end--
  return end
}
