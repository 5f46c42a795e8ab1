import type {BodyItem, FigureValue} from '../content.ts'
import {headingAnchor} from '../text/headingAnchor.ts'
import type {Heading} from './arrangeHeadings.ts'

const none: ReadonlySet<string> = new Set()

/**
 * Gives figures the ids to which a text refers on the Hugo site, `[see](#figure-plot)`: of their own id, else of their caption
 * (`shortcodes/figure.html`, `render-image.html`). No id is given twice; the given body is not changed.
 */
export function arrangeFigures(body: BodyItem[], headings: readonly Heading[]): BodyItem[] {
  const taken = new Set(headings.map(({anchor}) => anchor))
  return body.map((item) => {
    const anchor = item._type === 'figure' ? anchorOf(item) : undefined
    if (anchor === undefined || taken.has(anchor)) return item
    taken.add(anchor)
    return {...item, anchor}
  })
}

function anchorOf({id, caption, title}: FigureValue): string | undefined {
  const source = (id || caption || title || '').replaceAll(/<[^>]*>/g, '')
  return /[\p{L}\p{Nd}]/u.test(source) ? `figure-${headingAnchor(source, none)}` : undefined
}
