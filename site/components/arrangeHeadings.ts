import type {BlockStyle, BodyItem, HeadingMark, InlineChild, LinkMark, TextBlock} from '../content.ts'
import {showEmoji} from '../text/emoji.ts'
import {headingAnchor} from '../text/headingAnchor.ts'
import {headingAttributes} from '../text/headingAttributes.ts'
import {innerMarkdown} from '../text/innerMarkdown.ts'
import {markdownHeadings, markdownText} from '../text/markdown.ts'
import type {RawHeading} from '../text/rawHeadings.ts'
import {mapText} from './mapText.ts'

export interface Heading extends HeadingMark {
  text: string
}

const levels: Partial<Record<string, number>> = {h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6}
const styles: BlockStyle[] = ['normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/**
 * Fits the headings of a body, those in callouts and in raw Markdown included, under the page's own h1: moved together so
 * that the highest becomes `top`, each with an id as Hugo gives it. The given body is not changed.
 */
export function arrangeHeadings(body: BodyItem[], top: number): {body: BodyItem[]; headings: Heading[]} {
  const shift = top - Math.min(...levelsIn(body))
  const headings: Heading[] = []
  const taken = new Set<string>()
  const add = (level: number, text: string, source: string, id: string | undefined): Heading => {
    const anchor = id ?? headingAnchor(showEmoji(source), taken)
    taken.add(anchor)
    const heading = {level: Math.min(6, level + shift), text: showEmoji(text), anchor}
    headings.push(heading)
    return heading
  }
  const arrangeBlock = (block: TextBlock): TextBlock => {
    const level = levelOf(block)
    if (level === undefined) return block
    const {children, id} = readAttributes(block)
    const shown = add(level, textOf(children), sourceOf({...block, children}), id)
    return {...block, children, style: styles[shown.level], anchor: shown.anchor}
  }
  const arranged = body.map((item): BodyItem => {
    if (item._type !== 'rawMarkdown' && item._type !== 'shortcode') return mapText(item, arrangeBlock)
    const marks = rawHeadings(item).map(({level, text, source, id}) => add(level, markdownText(text), source, id))
    return marks.length > 0 ? {...item, headings: marks.map(({level, anchor}) => ({level, anchor}))} : item
  })
  return {body: arranged, headings}
}

function levelsIn(body: BodyItem[]): number[] {
  const levels: number[] = []
  for (const item of body) {
    levels.push(...rawHeadings(item).map(({level}) => level))
    mapText(item, (block) => {
      levels.push(levelOf(block) ?? Infinity)
      return block
    })
  }
  return levels
}

function rawHeadings(item: BodyItem): RawHeading[] {
  const markdown =
    item._type === 'rawMarkdown' ? item.markdown : item._type === 'shortcode' ? innerMarkdown(item.source ?? '') : ''
  return markdown ? markdownHeadings(markdown) : []
}

function levelOf({style}: TextBlock): number | undefined {
  return style ? levels[style] : undefined
}

/** A heading without the attributes at its end (`{#goals .lead}`), of which the id counts. */
function readAttributes({children}: TextBlock): {children: InlineChild[]; id?: string} {
  const all = children ?? []
  const at = all.findLastIndex((child) => child._type !== 'span' || child.text?.trim())
  const last = all[at]
  const {text, id} = headingAttributes(last?._type === 'inlineMarkdown' ? (last.markdown ?? '') : '')
  if (last?._type !== 'inlineMarkdown' || text !== '') return {children: all}
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

/** The words of a heading, as they stand in the contents: without references to footnotes. */
function textOf(children: InlineChild[]): string {
  const words = children.map((child) => {
    if (child._type === 'span') return child.text
    if (child._type === 'inlineMath') return child.tex
    if (child._type === 'inlineImage') return child.alt
    if (child._type !== 'inlineMarkdown') return ''
    return markdownText((child.markdown ?? '').replaceAll(/\[\^[^\]\s]+\]/g, ''))
  })
  return words.join('')
}
