import {readChildren} from '../inline/readChildren.ts'
import type {Draft, Node, Reader, Reading, Refusal} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {textToken, verbatimToken} from '../rules/tokens.ts'
import type {TextBlock} from '../types.ts'

interface ListReader {
  tokens: readonly Token[]
  index: number
  reading: Reading
  drafts: Draft[]
}

/**
 * A tight list, nested or not, whose items are one paragraph each: one block per item. Portable Text has neither blocks
 * inside an item nor a first number nor loose items, so any other list stays Markdown.
 */
export const readList: Reader = (node: Node, reading: Reading) => {
  const reader: ListReader = {tokens: node.tokens, index: 0, reading, drafts: []}
  return readItems(reader, 1) ?? reader.drafts
}

function readItems(reader: ListReader, level: number): Refusal | undefined {
  const open = reader.tokens[reader.index++]
  if (open === undefined) return {refused: 'list'}
  if (open.type === 'ordered_list_open' && open.attrGet('start') !== null)
    return {refused: 'list that starts at another number'}
  const listItem = open.type === 'ordered_list_open' ? 'number' : 'bullet'
  while (reader.tokens[reader.index]?.type === 'list_item_open') {
    const refusal = readItem(reader, {listItem, level})
    if (refusal !== undefined) return refusal
  }
  reader.index++
  return undefined
}

function readItem(
  reader: ListReader,
  shape: Pick<TextBlock, 'listItem' | 'level'> & {level: number},
): Refusal | undefined {
  const item = reader.tokens[reader.index++]
  const line = item?.map?.[0] ?? 0
  const open = reader.tokens[reader.index]
  let inline: Token | undefined
  if (open?.type === 'paragraph_open') {
    if (!open.hidden) return {refused: 'loose list'}
    inline = reader.tokens[reader.index + 1]
    if (open.map?.[0] !== line) return {refused: 'list item that begins on the next line'}
    reader.index += 3
  } else if (open?.type !== 'list_item_close') {
    return {refused: 'list item without a paragraph'}
  }
  addItem(reader, shape, line, open, inline)
  for (let next = reader.tokens[reader.index]; next?.type !== 'list_item_close'; next = reader.tokens[reader.index]) {
    if (next?.type !== 'bullet_list_open' && next?.type !== 'ordered_list_open')
      return {refused: 'blocks inside a list item'}
    const refusal = readItems(reader, shape.level + 1)
    if (refusal !== undefined) return refusal
  }
  reader.index++
  return undefined
}

function addItem(
  reader: ListReader,
  shape: Pick<TextBlock, 'listItem'> & {level: number},
  line: number,
  open: Token | undefined,
  inline: Token | undefined,
): void {
  const {block, identity} = readChildren(markTask(inline?.children ?? []), reader.reading, {style: 'normal', ...shape})
  reader.drafts.push({block, identity, lines: [line, inline === undefined ? line + 1 : (open?.map?.[1] ?? line + 1)]})
}

/** A task's checkbox becomes verbatim Markdown, so that its text stays editable. */
function markTask(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0]
  const box = first?.type === 'text' ? /^\[[ xX]\](?=\s)/.exec(first.content)?.[0] : undefined
  if (first === undefined || box === undefined) return tokens
  return [verbatimToken(box), textToken(first.content.slice(box.length)), ...tokens.slice(1)]
}
