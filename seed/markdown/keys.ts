import {hashText} from '../ids.ts'
import type {Key, LinkMark, Span, TextBlock} from './types.ts'

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

/** `canonicalJson` of a span, written out because a page has hundreds of them. */
export function spanContent(span: Pick<Span, 'text' | 'marks'>): string {
  const marks = span.marks.length === 0 ? '[]' : JSON.stringify(span.marks)
  return `{"_type":"span","marks":${marks},"text":${JSON.stringify(span.text)}}`
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

/** Whether an item's key is still the hash of its content, the first to `limit`-th of equal items. */
export function keyMatchesContent(item: {_key: Key}, content: string, limit = 32): boolean {
  if (item._key === hashText(content)) return true
  for (let occurrence = 1; occurrence < limit; occurrence++) {
    if (item._key === hashText(`${content}#${occurrence}`)) return true
  }
  return false
}
