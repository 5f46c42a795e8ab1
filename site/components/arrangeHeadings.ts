import type {BlockStyle, BodyItem, InlineChild, LinkMark, TextBlock} from '../content.ts'
import {headingAnchor} from '../text/headingAnchor.ts'

export interface Heading {
  level: number
  text: string
  anchor: string
}

const levels: Partial<Record<string, number>> = {h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6}
const styles: BlockStyle[] = ['normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/**
 * Fits the headings of a body under the page's own h1: moved together so that the highest becomes `top`, each with an id
 * as Hugo gives it. The given body is not changed.
 */
export function arrangeHeadings(body: BodyItem[], top: number): {body: BodyItem[]; headings: Heading[]} {
  const found = body.flatMap((item) => levelOf(item) ?? [])
  const shift = top - Math.min(...found)
  const headings: Heading[] = []
  const taken = new Set<string>()
  const arranged = body.map((item): BodyItem => {
    const level = levelOf(item)
    if (level === undefined || item._type !== 'block') return item
    const {children, id} = readAttributes(item)
    const text = textOf(children)
    const anchor = id ?? headingAnchor(sourceOf({...item, children}), taken)
    taken.add(anchor)
    const shown = Math.min(6, level + shift)
    headings.push({level: shown, text, anchor})
    return {...item, children, style: styles[shown], anchor}
  })
  return {body: arranged, headings}
}

function levelOf(item: BodyItem): number | undefined {
  return item._type === 'block' && item.style ? levels[item.style] : undefined
}

/** A heading without the attributes at its end (`{#goals .lead}`), of which the id counts. */
function readAttributes({children}: TextBlock): {children: InlineChild[]; id?: string} {
  const all = children ?? []
  const at = all.findLastIndex((child) => child._type !== 'span' || child.text?.trim())
  const last = all[at]
  if (last?._type !== 'inlineMarkdown' || !/^\s*\{[^{}]*\}\s*$/.test(last.markdown ?? '')) return {children: all}
  const id = /[{\s]#([^\s.}]+)/.exec(last.markdown ?? '')?.[1]
  return {children: all.slice(0, at), ...(id !== undefined && {id})}
}

/** What a heading is in Markdown, but for the signs that no id holds. */
function sourceOf({children, markDefs}: TextBlock): string {
  const all = children ?? []
  return all.map((child, index) => `${markupOf(child)}${linkAfter(child, all[index + 1], markDefs)}`).join('')
}

function markupOf(child: InlineChild): string {
  switch (child._type) {
    case 'span':
      return child.text ?? ''
    case 'inlineMath':
      return child.tex ?? ''
    case 'inlineHtml':
      return child.html ?? ''
    case 'inlineMarkdown':
      return child.markdown ?? ''
    case 'inlineImage':
      return `${child.alt ?? ''}${child.src ?? ''}`
    default:
      return ''
  }
}

/** The address and title of a link that ends here; a bare address is written once. */
function linkAfter(child: InlineChild, next: InlineChild | undefined, markDefs: TextBlock['markDefs']): string {
  const link = linkOf(child, markDefs)
  if (!link || linkOf(next, markDefs) === link) return ''
  const isBare = child._type === 'span' && child.text === link.href
  return isBare ? '' : `${link.href ?? ''}${link.title ? ` ${link.title}` : ''}`
}

function linkOf(child: InlineChild | undefined, markDefs: TextBlock['markDefs']): LinkMark | undefined {
  const marks = child?._type === 'span' ? (child.marks ?? []) : []
  return markDefs?.find(({_key}) => marks.includes(_key))
}

function textOf(children: InlineChild[]): string {
  return children.map((child) => (child._type === 'span' ? child.text : '')).join('')
}
