import type {Child, LinkMark} from './inline/types.ts'
import type {Key, TextBlock} from './types.ts'

/**
 * What an item says: a text; a span, whose text counts as JSON and whose marks stand behind it; or what it is and the
 * items that it holds, whose keys stand for them.
 */
export type Identity =
  | string
  | {text: string; marks: readonly string[]}
  | {shape: string; items: ReadonlyArray<{_key: Key}>}

/**
 * Gives each item of one array its key: the hash of what it says and of how many equal items came before it. A page has
 * hundreds of items and a call into crypto costs more than one of them, so it is cyrb53, 48 bits as 12 hexadecimal
 * digits.
 */
export type KeyMaker = (identity: Identity) => Key

export function createKeyMaker(): KeyMaker {
  let first: Key | undefined
  let occurrences: Map<Key, number> | undefined
  return (identity) => {
    const key = hashOf(identity, 0)
    if (first === undefined) return (first = key)
    occurrences ??= new Map<Key, number>().set(first, 1)
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    return occurrence === 0 ? key : hashOf(identity, occurrence)
  }
}

/** The key of an item that is the only one of its array. */
export function firstKey(identity: Identity): Key {
  return hashOf(identity, 0)
}

function hashOf(identity: Identity, seed: number): Key {
  if (typeof identity === 'string') return quickHash(put(identity, 0), seed)
  if ('items' in identity) return hashItems(identity.shape, identity.items, seed)
  const {text, marks} = identity
  const end = put(text, 1)
  const behind = needsEscapes(end) ? put(JSON.stringify(text), 0) : quote(end)
  return quickHash(marks.length === 0 ? behind : put(marks.join(' '), behind), seed)
}

/**
 * What is hashed is copied here first: a text that was put together or cut out is slow to read letter by letter, and
 * making JSON of it takes longer than the hash.
 */
let units = new Uint16Array(4096)
let bytes = Buffer.from(units.buffer)

/** Copies a text to a place. Gives the place behind it, which is free. */
function put(text: string, at: number): number {
  const end = at + text.length
  if (end >= units.length) {
    const larger = new Uint16Array(end * 2)
    larger.set(units)
    units = larger
    bytes = Buffer.from(units.buffer)
  }
  bytes.write(text, at * 2, 'utf16le')
  return end
}

/** Quotes the text that begins at 1. */
function quote(end: number): number {
  units[0] = 0x22
  units[end] = 0x22
  return end + 1
}

/** Whether JSON escapes something in the text that begins at 1; also said of surrogates, of which it escapes lone ones. */
function needsEscapes(end: number): boolean {
  const codes = units
  for (let at = 1; at < end; at++) {
    const code = codes[at] ?? 0
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code < 0xe000)) return true
  }
  return false
}

function quickHash(length: number, seed: number): Key {
  let high = -559038737 ^ seed
  let low = 0x41c6ce57 ^ seed
  const codes = units
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0
    high = Math.imul(high ^ code, -1640531535)
    low = Math.imul(low ^ code, 1597334677)
  }
  return digits(high, low)
}

/** Keys are short and never cut out of another text: going through their letters takes less than copying them. */
function hashItems(shape: string, items: ReadonlyArray<{_key: Key}>, seed: number): Key {
  let high = -559038737 ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let index = -1; index < items.length; index++) {
    const part = index < 0 ? shape : (items[index]?._key ?? '')
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at)
      high = Math.imul(high ^ code, -1640531535)
      low = Math.imul(low ^ code, 1597334677)
    }
  }
  return digits(high, low)
}

function digits(a: number, b: number): Key {
  const high = Math.imul(a ^ (a >>> 16), -2048144789) ^ Math.imul(b ^ (b >>> 13), -1028477387)
  const low = Math.imul(b ^ (b >>> 16), -2048144789) ^ Math.imul(high ^ (high >>> 13), -1028477387)
  return hexOf(high >>> 20) + hexOf(high >>> 8) + hexOf(low >>> 20) + hexOf(low >>> 8)
}

/** `toString(16)` would take most of the time. */
const hexDigits = Array.from({length: 4096}, (_, value) => value.toString(16).padStart(3, '0'))

function hexOf(value: number): string {
  return hexDigits[value & 4095] ?? ''
}

/** What a link says, as text. */
export function linkIdentity(link: Pick<LinkMark, 'href' | 'title'>): string {
  const title = link.title === undefined ? '' : `,"title":${JSON.stringify(link.title)}`
  return `{"_type":"link","href":${JSON.stringify(link.href)}${title}}`
}

/** What a text block says: its shape, and its children, whose marks name their links by key. */
export function textBlockIdentity({style, listItem, level}: TextBlock, items: readonly Child[]): Identity {
  const shape =
    listItem === undefined && level === undefined ? `${style}   ` : `${style} ${listItem ?? ''} ${level ?? ''} `
  return {shape, items}
}
