import {type DeserializerRule, htmlToBlocks, type PortableTextBlock, type TypedObject} from '@portabletext/block-tools'
import type {ArraySchemaType} from '@sanity/types'
import {formulaOf} from './formulaOf.ts'
import {LIST_START, preparePage} from './preparePage.ts'
import {rowsOfTable} from './rowsOfTable.ts'

/** What the conversion needs besides the HTML. */
export interface PasteContext {
  /** The compiled types of the text that is pasted into, and of a table's cell. */
  text: ArraySchemaType
  cell: ArraySchemaType
  newKey: () => string
  parseHtml: (html: string) => Document
}

/** What Sanity takes apart, joins or drops, though the body has a block or mark for each. */
const OURS =
  /<(table|pre|hr|sup|sub|mark|math|dt)[\s/>]|<img\s[^>]*src\s*=\s*["']?https?:|<ol\s[^>]*start\s*=|\bHStyle\d|vertical-align\s*:\s*su[bp]/i
const MARKS: Readonly<Record<string, string>> = {sup: 'superscript', sub: 'subscript', mark: 'highlight'}

/**
 * HTML of the clipboard as blocks, where it has what Sanity's own conversion would lose: tables (it makes a paragraph of
 * every cell), code with its lines, formulas, rules, pictures, raised, lowered and marked text, and the styles of Hancom's
 * word processor. Paragraphs without words, which are distances there, are left out. Undefined for any other HTML.
 */
export function blocksOfHtml(html: string, context: PasteContext): PortableTextBlock[] | undefined {
  if (!OURS.test(html)) return undefined
  const {text, newKey, parseHtml} = context
  return htmlToBlocks(html, text, {
    rules: [{deserialize: deserializer(context)}],
    keyGenerator: newKey,
    parseHtml: (source) => preparePage(parseHtml(source)),
    unstable_whitespaceOnPasteMode: 'remove',
  })
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
    const formula = formulaOf(node)
    if (formula !== undefined) return mathOf(formula, context, createBlock)
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

/** A formula within the line, or by itself; in a cell it stands within the line. */
function mathOf(
  {tex, isBlock}: {tex: string; isBlock: boolean},
  {text, cell, newKey}: PasteContext,
  createBlock: Parameters<DeserializerRule['deserialize']>[2],
): TypedObject {
  if (!isBlock || text === cell) return {_type: 'inlineMath', _key: newKey(), tex} as TypedObject
  return createBlock({_type: 'mathBlock', _key: newKey(), tex})
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
  return htmlToBlocks(cell.innerHTML, type, {
    rules,
    keyGenerator: newKey,
    parseHtml: (source) => preparePage(parseHtml(source)),
    unstable_whitespaceOnPasteMode: 'remove',
  })
}

function codeOf(element: Element): {code: string; language?: string} {
  const language = /\b(?:language|lang)-([\w+#-]+)/.exec(element.getAttribute('class') ?? '')?.[1]
  return {code: (element.textContent ?? '').replace(/\n$/, ''), ...(language !== undefined && {language})}
}
