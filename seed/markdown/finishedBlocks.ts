import {isRecord} from '../values/isRecord.ts'

type Members = Readonly<Record<string, unknown>>

const isBlank = (value: unknown) => typeof value !== 'string' || value.trim() === ''

/** What an object of a type is called in a sentence, and whether it has nothing in it yet. */
const unfinished: Readonly<Record<string, readonly [name: string, isEmpty: (object: Members) => boolean]>> = {
  mathBlock: ['a formula', ({tex}) => isBlank(tex)],
  inlineMath: ['a formula', ({tex}) => isBlank(tex)],
  rawHtml: ['HTML', ({html}) => html === undefined],
  inlineHtml: ['HTML', ({html}) => html === undefined],
  rawMarkdown: ['Markdown', ({markdown}) => markdown === undefined],
  inlineMarkdown: ['Markdown', ({markdown}) => markdown === undefined],
  shortcode: ['a shortcode', ({source}) => source === undefined],
  inlineShortcode: ['a shortcode', ({source}) => source === undefined],
  figure: ['a figure', ({asset, src, syntax}) => (asset ?? src) === undefined && syntax === 'markdown'],
  inlineImage: ['a picture', ({asset, src}) => (asset ?? src) === undefined],
  icon: ['an icon', ({name}) => name === undefined],
  button: ['a button', ({url}) => url === undefined],
  embed: ['an embed', ({id, url, attributes}) => (id ?? url ?? attributes) === undefined],
  footnote: ['a footnote', ({label, content}) => label === undefined || saysNothing(content)],
  footnoteReference: ['a footnote', ({label}) => label === undefined],
  table: ['a table', isEmptyTable],
  listStart: ['the number of a list', ({number}) => number === undefined],
  link: ['a link', ({href}) => href === undefined],
}

/**
 * Blocks without what Markdown has no words for: empty paragraphs, and objects that an editor put there and did not
 * fill in.
 * @returns What the objects that were left out are called.
 */
export function finishedBlocks<Block>(blocks: readonly Block[]): {blocks: Block[]; left: string[]} {
  const left: string[] = []
  const isKept = (item: unknown): boolean => {
    if (!isRecord(item) || isEmptyParagraph(item)) return !isRecord(item)
    const [name, isEmpty] = unfinished[String(item['_type'])] ?? []
    if (name === undefined || isEmpty?.(item) !== true) return true
    left.push(name)
    return false
  }
  const finish = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(isKept).map(finish)
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, finish(member)]))
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only items of lists are taken away
  return {blocks: finish(blocks) as Block[], left}
}

function isEmptyParagraph({_type, style, listItem, children}: Members): boolean {
  const isProse = style === 'normal' || style === 'blockquote'
  if (_type !== 'block' || !isProse || listItem !== undefined || !Array.isArray(children)) return false
  return children.every((child) => isRecord(child) && isEmptyChild(child))
}

/** A space, or what counts in a list or a heading only: its number, its attributes. */
function isEmptyChild({_type, text, markdown}: Members): boolean {
  if (_type === 'inlineMarkdown') return typeof markdown === 'string' && /^\s*\{[^{}<>%]*\}$/.test(markdown)
  return _type === 'listStart' || (_type === 'span' && isSpace(text))
}

/** Without a row, or with nothing but a header that says nothing: no file has such a table. */
function isEmptyTable({rows, header}: Members): boolean {
  if (!Array.isArray(rows)) return false
  const [first, ...others]: unknown[] = rows
  return first === undefined || (others.length === 0 && header !== false && isEmptyRow(first))
}

function isEmptyRow(row: unknown): boolean {
  const cells: unknown = isRecord(row) ? row['cells'] : undefined
  return Array.isArray(cells) && cells.every((cell) => isRecord(cell) && isEmptyCell(cell))
}

function isEmptyCell({content}: Members): boolean {
  return saysNothing(content)
}

function saysNothing(content: unknown): boolean {
  return Array.isArray(content) && content.every((text) => isRecord(text) && isEmptyParagraph(text))
}

function isSpace(text: unknown): boolean {
  return typeof text === 'string' && /^[ \t\n]*$/.test(text)
}
