import type {BlockStyle, BodyItem, TextBlock} from '../content.ts'
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
    const text = textOf(item)
    const anchor = headingAnchor(text, taken)
    taken.add(anchor)
    const shown = Math.min(6, level + shift)
    headings.push({level: shown, text, anchor})
    return {...item, style: styles[shown], anchor}
  })
  return {body: arranged, headings}
}

function levelOf(item: BodyItem): number | undefined {
  return item._type === 'block' && item.style ? levels[item.style] : undefined
}

function textOf(block: TextBlock): string {
  return (block.children ?? []).map((child) => (child._type === 'span' ? child.text : '')).join('')
}
