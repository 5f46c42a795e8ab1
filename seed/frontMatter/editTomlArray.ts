import {placeItems} from '../matchItems.ts'
import {type FrontMatterValue, sameValue} from './frontMatterValue.ts'
import {readToml} from './readFrontMatter.ts'
import {behindValue} from './scanToml.ts'

/** An item of a list as written, and what stands around it. */
interface Item {
  /** Lines, comments and spaces before it. */
  lead: string
  text: string
  /** Before its comma. */
  gap: string
  /** The rest of its line: spaces and a comment. */
  behind: string
}

interface ItemList {
  /** The bracket, and the rest of its line. */
  open: string
  items: Item[]
  /** The last item has a comma too. */
  comma: boolean
  /** What stands before the last bracket. */
  tail: string
}

const BLANK = /(?:[ \t\r\n]|#[^\n]*)*/y
const REST_OF_LINE = /[ \t]*(?:#[^\n]*?)?(?=\r?\n)/y

/**
 * Edits a TOML list: items that stay keep their text, and the comments and lines around it; an item in the place of
 * another one stands between the comments of that; new ones are written like the first.
 * @param text The list as written, with its brackets.
 * @param format Writes a value, in the style of an old one.
 */
export function editTomlArray(
  text: string,
  value: readonly FrontMatterValue[],
  eol: string,
  format: (value: FrontMatterValue, old?: string) => string,
): string {
  const list = readItems(text)
  const [first] = list.items
  if (!first || value.length === 0) return `[${value.map((item) => format(item)).join(', ')}]`
  const old = readToml(`list = ${text}`).values['list']
  const places = placeItems(value, Array.isArray(old) ? old : [], sameValue)
  const line = list.items.map(({lead}) => /\r?\n([ \t]*)$/.exec(lead)?.[1]).find((indent) => indent !== undefined)
  const lead = line === undefined ? ' ' : eol + line
  const items = value.map((item, index) => {
    const place = places[index]
    const own = list.items[place ?? (places.includes(index) ? list.items.length : index)]
    const written = place === undefined ? format(item, (own ?? first).text) : undefined
    const placed = own ?? {lead, text: '', gap: '', behind: ''}
    const isFirst = own === first && index > 0
    return {...placed, ...(isFirst && !isBroken(first.lead) && {lead}), ...(written !== undefined && {text: written})}
  })
  return join({...list, items}, isBroken(first.lead) ? undefined : first.lead, eol + (line ?? ''))
}

function readItems(text: string): ItemList {
  const open = text.slice(0, matchEnd(REST_OF_LINE, text, 1))
  const items: Item[] = []
  for (let at = open.length; ;) {
    const start = matchEnd(BLANK, text, at)
    if (text.charAt(start) === ']') return {open, items, comma: items.length > 0, tail: text.slice(at, start)}
    const end = behindValue(text, start)
    const comma = matchEnd(BLANK, text, end)
    const hasComma = text.charAt(comma) === ','
    const from = hasComma ? comma + 1 : end
    const next = matchEnd(REST_OF_LINE, text, from)
    const gap = hasComma ? text.slice(end, comma) : ''
    items.push({lead: text.slice(at, start), text: text.slice(start, end), gap, behind: text.slice(from, next)})
    if (!hasComma) return {open, items, comma: false, tail: text.slice(next, comma)}
    at = next
  }
}

/** @param first What stands before the first item of a list that begins in the line of its bracket. */
function join({open, items, comma, tail}: ItemList, first: string | undefined, newLine: string): string {
  let written = open
  let commented = open.includes('#')
  const add = (text: string) => {
    written += commented && !isBroken(text) ? newLine + text.trimStart() : text
  }
  for (const [index, {lead, text, gap, behind}] of items.entries()) {
    add(index === 0 && !isBroken(lead) ? (first ?? lead) : lead)
    written += text + gap + (comma || index < items.length - 1 ? ',' : '') + behind
    commented = behind.includes('#')
  }
  add(tail)
  return `${written}]`
}

function isBroken(text: string): boolean {
  return /^\r?\n/.test(text)
}

function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}
