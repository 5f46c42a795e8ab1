import {type DeserializerRule, htmlToBlocks, type PortableTextBlock, type TypedObject} from '@portabletext/block-tools'
import type {ArraySchemaType} from '@sanity/types'
import {rowsOfTable} from './rowsOfTable.ts'

/** What the conversion needs besides the HTML. */
export interface PasteContext {
  /** The compiled types of the text that is pasted into, and of a table's cell. */
  text: ArraySchemaType
  cell: ArraySchemaType
  newKey: () => string
  parseHtml: (html: string) => Document
}

/** Elements that Sanity takes apart or drops, though the body has a block or mark for each. */
const OURS = /<(table|pre|hr|sup|sub|mark)[\s/>]|<img\s[^>]*src\s*=\s*["']?https?:|<ol\s[^>]*start\s*=/i
const LIST_START = 'data-list-start'
const MARKS: Readonly<Record<string, string>> = {sup: 'superscript', sub: 'subscript', mark: 'highlight'}

/**
 * HTML of the clipboard as blocks, where it has what Sanity's own conversion would lose: tables (it makes a paragraph of
 * every cell), code with its lines, rules, pictures, raised, lowered and marked text. Undefined for any other HTML.
 */
export function blocksOfHtml(html: string, context: PasteContext): PortableTextBlock[] | undefined {
  if (!OURS.test(html)) return undefined
  const {text, newKey, parseHtml} = context
  return htmlToBlocks(html, text, {
    rules: [{deserialize: deserializer(context)}],
    keyGenerator: newKey,
    parseHtml: (source) => withListStarts(parseHtml(source)),
  })
}

/** The page with the number that a list begins with in its first item, where the body has it. */
function withListStarts(page: Document): Document {
  for (const list of page.querySelectorAll('ol[start]')) {
    const number = Number(list.getAttribute('start'))
    const item = list.querySelector(':scope > li')
    if (!Number.isInteger(number) || number < 0 || number === 1 || item === null) continue
    const mark = page.createElement('data')
    mark.setAttribute(LIST_START, String(number))
    mark.textContent = String(number)
    const [place = item] = item.querySelectorAll(':scope > p')
    place.prepend(mark)
  }
  return page
}

function deserializer(context: PasteContext): DeserializerRule['deserialize'] {
  return (node, next, createBlock) => {
    if (!isElement(node)) return undefined
    const name = node.tagName.toLowerCase()
    const decorator = MARKS[name]
    // The name that block-tools has for a mark until it makes spans of it.
    if (decorator !== undefined)
      return {_type: '__decorator', name: decorator, children: next(node.childNodes)} as TypedObject
    const start = node.getAttribute(LIST_START)
    if (start !== null) return {_type: 'listStart', _key: context.newKey(), number: Number(start)} as TypedObject
    if (name === 'hr') return createBlock({_type: 'divider', _key: context.newKey()})
    if (name === 'img') return pictureOf(node, context, createBlock)
    if (name === 'pre') return createBlock({_type: 'codeBlock', _key: context.newKey(), ...codeOf(node)})
    if (name !== 'table') return undefined
    const rows = rowsOfTable(node, (cell) => cellContent(cell, context), context.newKey)
    return rows === undefined ? undefined : createBlock({_type: 'table', _key: context.newKey(), header: true, rows})
  }
}

/** A picture by its address on the web, where it stays: a block of the text, with the link around it; in a cell it stands within the line. */
function pictureOf(
  element: Element,
  {text, cell, newKey}: PasteContext,
  createBlock: Parameters<DeserializerRule['deserialize']>[2],
): TypedObject | undefined {
  const [src, alt] = [element.getAttribute('src') ?? '', element.getAttribute('alt') ?? '']
  if (!/^https?:/i.test(src)) return undefined
  const fields = {_key: newKey(), src, ...(alt !== '' && {alt})}
  if (text === cell) return {_type: 'inlineImage', ...fields}
  const link = element.closest('a')?.getAttribute('href') ?? ''
  return createBlock({_type: 'figure', ...fields, ...(/^https?:/i.test(link) && {link})})
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** What a cell of an HTML table says. */
export function cellContent(
  cell: Element,
  {cell: type, newKey, parseHtml}: Pick<PasteContext, 'cell' | 'newKey' | 'parseHtml'>,
): PortableTextBlock[] {
  const rules = [{deserialize: deserializer({text: type, cell: type, newKey, parseHtml})}]
  return htmlToBlocks(cell.innerHTML, type, {rules, keyGenerator: newKey, parseHtml})
}

function codeOf(element: Element): {code: string; language?: string} {
  const classes = [element, ...element.querySelectorAll('code')]
    .map((part) => part.getAttribute('class') ?? '')
    .join(' ')
  const language = /\b(?:language|lang)-([\w+#-]+)/.exec(classes)?.[1]
  return {code: (element.textContent ?? '').replace(/\n$/, ''), ...(language !== undefined && {language})}
}
