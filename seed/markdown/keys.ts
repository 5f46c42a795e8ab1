import type {Key, TextBlock} from './types.ts'
import type {Child, LinkMark} from './inline/types.ts'

/**
 * Gives each item of one array its key: the hash of what it says and of how many equal items came before it. A page has
 * hundreds of items and a call into crypto costs more than one of them, so it is cyrb53, 48 bits as 12 hexadecimal
 * digits.
 */
export type KeyMaker = (identity: string) => Key

export function createKeyMaker(): KeyMaker {
  let first: string | undefined
  let occurrences: Map<string, number> | undefined
  return (identity) => {
    if (first === undefined) {
      first = identity
      return quickHash(identity, 0)
    }
    occurrences ??= new Map([[first, 1]])
    const occurrence = occurrences.get(identity) ?? 0
    occurrences.set(identity, occurrence + 1)
    return quickHash(identity, occurrence)
  }
}

/** `toString(16)` would take most of the time. */
const hexDigits = Array.from({length: 4096}, (_, value) => value.toString(16).padStart(3, '0'))

function hexOf(value: number): string {
  return hexDigits[value & 4095] ?? ''
}

function quickHash(text: string, seed: number): string {
  let high = -559038737 ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, -1640531535)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), -2048144789) ^ Math.imul(low ^ (low >>> 13), -1028477387)
  low = Math.imul(low ^ (low >>> 16), -2048144789) ^ Math.imul(high ^ (high >>> 13), -1028477387)
  return hexOf(high >>> 20) + hexOf(high >>> 8) + hexOf(low >>> 20) + hexOf(low >>> 8)
}

/** What a link says, as text. */
export function linkIdentity(link: Pick<LinkMark, 'href' | 'title'>): string {
  const title = link.title === undefined ? '' : `,"title":${JSON.stringify(link.title)}`
  return `{"_type":"link","href":${JSON.stringify(link.href)}${title}}`
}

/** Keys of items are hashes of what they say, so they stand for them. */
export function keysOf(items: ReadonlyArray<{_key: Key}>): string {
  let keys = ''
  for (const {_key} of items) keys += _key
  return keys
}

/** What a text block says: its shape, and its children, whose marks name their links by key. */
export function textBlockIdentity(block: TextBlock, children: readonly Child[]): string {
  return `${block.style} ${block.listItem ?? ''} ${block.level ?? ''} ${keysOf(children)}`
}
