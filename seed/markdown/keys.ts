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
 * hundreds of items and a call into crypto costs more than one of them, so it is cyrb53.
 */
export type KeyMaker = (identity: Identity) => Key

/** The key maker of one array. */
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
  const hash = new Cyrb53(seed)
  if (typeof identity === 'string') hash.add(identity)
  else if ('items' in identity) {
    hash.add(identity.shape)
    for (const {_key} of identity.items) hash.add(_key)
  } else {
    const {text, marks} = identity
    if (!hash.addPlainJson(text)) hash.add(JSON.stringify(text))
    if (marks.length > 0) hash.add(marks.join(' '))
  }
  return hash.digits()
}

/** cyrb53 (github.com/bryc/code, PRNGs and hashes) over the code units of texts, one after the other. */
class Cyrb53 {
  #high: number
  #low: number

  constructor(seed: number) {
    this.#high = -559038737 ^ seed
    this.#low = 0x41c6ce57 ^ seed
  }

  add(text: string): void {
    let high = this.#high
    let low = this.#low
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      high = Math.imul(high ^ code, -1640531535)
      low = Math.imul(low ^ code, 1597334677)
    }
    this.#high = high
    this.#low = low
  }

  /**
   * Adds a text as JSON, which takes longer to make than to hash. False, and nothing is added, when JSON escapes
   * something in it; also for surrogates, of which it escapes lone ones.
   */
  addPlainJson(text: string): boolean {
    let high = Math.imul(this.#high ^ QUOTE, -1640531535)
    let low = Math.imul(this.#low ^ QUOTE, 1597334677)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x20 || code === QUOTE || code === BACKSLASH || (code >= 0xd800 && code < 0xe000)) return false
      high = Math.imul(high ^ code, -1640531535)
      low = Math.imul(low ^ code, 1597334677)
    }
    this.#high = Math.imul(high ^ QUOTE, -1640531535)
    this.#low = Math.imul(low ^ QUOTE, 1597334677)
    return true
  }

  /** 48 bits as 12 hexadecimal digits. */
  digits(): Key {
    const [a, b] = [this.#high, this.#low]
    const high = Math.imul(a ^ (a >>> 16), -2048144789) ^ Math.imul(b ^ (b >>> 13), -1028477387)
    const low = Math.imul(b ^ (b >>> 16), -2048144789) ^ Math.imul(high ^ (high >>> 13), -1028477387)
    return hexOf(high >>> 20) + hexOf(high >>> 8) + hexOf(low >>> 20) + hexOf(low >>> 8)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

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
