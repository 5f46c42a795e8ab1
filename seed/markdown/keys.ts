import {hashText} from '../ids.ts'
import type {Key, LinkMark, TextBlock} from './types.ts'

/** Gives each item of one array its key: the hash of its content and of how many equal items came before it. */
export type KeyMaker = (content: string) => Key

/** A key maker like `createKeys` of seed/ids.ts, for content that is already canonical JSON. */
export function createKeyMaker(): KeyMaker {
  const occurrences = new Map<string, number>()
  return (content) => {
    const occurrence = occurrences.get(content) ?? 0
    occurrences.set(content, occurrence + 1)
    return hashText(occurrence === 0 ? content : `${content}#${occurrence}`)
  }
}

/**
 * A key maker for the children of one block: a page has hundreds of them, and a call into crypto costs more than a
 * span. 48 bits of cyrb53, as 12 hexadecimal digits.
 */
export function createChildKeyMaker(): KeyMaker {
  let first: string | undefined
  let occurrences: Map<string, number> | undefined
  return (content) => {
    if (first === undefined) {
      first = content
      return quickHash(content, 0)
    }
    occurrences ??= new Map([[first, 1]])
    const occurrence = occurrences.get(content) ?? 0
    occurrences.set(content, occurrence + 1)
    return quickHash(content, occurrence)
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

/** `canonicalJson` of a span whose text is given as JSON, written out because a page has hundreds of them. */
export function spanContent(text: string, marks: readonly string[]): string {
  return `{"_type":"span","marks":${marks.length === 0 ? '[]' : JSON.stringify(marks)},"text":${text}}`
}

/** `canonicalJson` of a link. */
export function linkContent(link: Pick<LinkMark, 'href' | 'title'>): string {
  const title = link.title === undefined ? '' : `,"title":${JSON.stringify(link.title)}`
  return `{"_type":"link","href":${JSON.stringify(link.href)}${title}}`
}

/** `canonicalJson` of a text block whose children and links are given as canonical JSON. */
export function textBlockContent(block: TextBlock, children: readonly string[], links: readonly string[]): string {
  const level = block.level === undefined ? '' : `"level":${block.level},`
  const listItem = block.listItem === undefined ? '' : `"listItem":"${block.listItem}",`
  return `{"_type":"block","children":[${children.join(',')}],${level}${listItem}"markDefs":[${links.join(',')}],"style":"${block.style}"}`
}
