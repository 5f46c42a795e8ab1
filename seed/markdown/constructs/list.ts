import {readChildren} from '../inline/readChildren.ts'
import {listStyle, type ListStyle} from '../listStyles.ts'
import type {Draft, Node, Reader, Reading, Refusal} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {listStartToken, textToken, verbatimToken} from '../rules/tokens.ts'
import type {BlockStyle} from '../types.ts'
import {headingStyle, withoutAttributes} from './heading.ts'

interface ListReader {
  tokens: readonly Token[]
  index: number
  reading: Reading
  drafts: Draft[]
}

interface ItemShape {
  listItem: ListStyle
  level: number
}

/**
 * A list, nested or not, whose items are a paragraph, a heading or a quoted paragraph each: one block per item. A first
 * number stands in its first item. Portable Text has no further blocks inside an item, so any other list stays Markdown.
 */
export const readList: Reader = (node: Node, reading: Reading) => {
  const reader: ListReader = {tokens: node.tokens, index: 0, reading, drafts: []}
  return readItems(reader, 1) ?? reader.drafts
}

function readItems(reader: ListReader, level: number): Refusal | undefined {
  const open = reader.tokens[reader.index]
  if (open === undefined) return {refused: 'list'}
  const listItem = listStyle({
    numbered: open.type === 'ordered_list_open',
    loose: isLooseList(reader.tokens, reader.index),
  })
  const start = open.type === 'ordered_list_open' ? open.attrGet('start') : null
  reader.index++
  for (let first = true; reader.tokens[reader.index]?.type === 'list_item_open'; first = false) {
    const refusal = readItem(reader, {listItem, level}, first && start !== null ? [listStartToken(start)] : [])
    if (refusal !== undefined) return refusal
  }
  reader.index++
  return undefined
}

/** markdown-it hides the paragraphs of a tight list's items. */
function isLooseList(tokens: readonly Token[], index: number): boolean {
  const level = tokens[index]?.level ?? 0
  for (let at = index + 1; (tokens[at]?.level ?? level) > level; at++) {
    const token = tokens[at]
    if (token?.type === 'paragraph_open' && token.level === level + 2) return !token.hidden
  }
  return false
}

function readItem(reader: ListReader, shape: ItemShape, start: readonly Token[]): Refusal | undefined {
  const line = reader.tokens[reader.index++]?.map?.[0] ?? 0
  const content = readContent(reader)
  if ('refused' in content) return content
  addItem(reader, shape, line, {...content, children: [...start, ...content.children]})
  for (let next = reader.tokens[reader.index]; next?.type !== 'list_item_close'; next = reader.tokens[reader.index]) {
    if (next?.type !== 'bullet_list_open' && next?.type !== 'ordered_list_open')
      return {refused: 'blocks inside a list item'}
    const refusal = readItems(reader, shape.level + 1)
    if (refusal !== undefined) return refusal
  }
  reader.index++
  return undefined
}

interface ItemContent {
  style: BlockStyle
  children: readonly Token[]
  /** The line after the content; nothing for an item without any. */
  end?: number
}

/** The one block of an item; moves behind it. */
function readContent(reader: ListReader): ItemContent | Refusal {
  const {tokens, index} = reader
  const open = tokens[index]
  const end = open?.map?.[1]
  const ending = end === undefined ? {} : {end}
  switch (open?.type) {
    case 'list_item_close':
      return {style: 'normal', children: []}
    case 'paragraph_open':
      reader.index += 3
      return {style: 'normal', children: markTask(tokens[index + 1]?.children ?? []), ...ending}
    case 'heading_open':
      reader.index += 3
      if (tokens[index + 1]?.content.includes('\n') === true) return {refused: 'heading of several lines'}
      return {style: headingStyle(open), children: withoutAttributes(tokens[index + 1]?.children ?? []), ...ending}
    case 'blockquote_open':
      if (tokens[index + 1]?.type !== 'paragraph_open' || tokens[index + 4]?.type !== 'blockquote_close')
        return {refused: 'quote of several blocks in a list item'}
      reader.index += 5
      return {style: 'blockquote', children: tokens[index + 2]?.children ?? [], ...ending}
    default:
      return {refused: 'list item without a paragraph'}
  }
}

function addItem(reader: ListReader, shape: ItemShape, line: number, {style, children, end}: ItemContent): void {
  const place = style.startsWith('h') ? 'heading' : 'paragraph'
  const {block, identity} = readChildren(children, reader.reading, {style, ...shape}, place)
  reader.drafts.push({block, identity, lines: [line, end ?? line + 1]})
}

/** A task's checkbox becomes verbatim Markdown, so that its text stays editable. */
function markTask(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0]
  const box = first?.type === 'text' ? /^\[[ xX]\](?=\s|$)/.exec(first.content)?.[0] : undefined
  if (first === undefined || box === undefined) return tokens
  return [verbatimToken(box), textToken(first.content.slice(box.length)), ...tokens.slice(1)]
}
