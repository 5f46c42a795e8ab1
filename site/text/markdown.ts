import MarkdownIt from 'markdown-it'
import {sanitizeBlockHtml, sanitizeInlineHtml, sanitizeLabelHtml} from './sanitize.ts'

const strings = new MarkdownIt({html: true, linkify: true, typographer: false})
const blocks = new MarkdownIt({html: false, linkify: true, typographer: false})

// As Goldmark, link only what has a scheme: `README.md` is no address.
strings.linkify.set({fuzzyLink: false})
blocks.linkify.set({fuzzyLink: false})

// The page allows no inline styles: the alignment of table cells becomes a class.
blocks.core.ruler.push('alignments', ({tokens}) => {
  for (const token of tokens) {
    const alignment = /^text-align:(center|right)$/.exec(token.attrGet('style') ?? '')
    if (alignment) token.attrSet('class', alignment[1] ?? '')
  }
})

// GFM's task lists, as signs: a reader cannot tick the boxes.
blocks.core.ruler.push('tasks', ({tokens}) => {
  for (const [index, token] of tokens.entries()) {
    const first = token.children?.[0]
    if (token.type !== 'inline' || tokens[index - 2]?.type !== 'list_item_open' || first?.type !== 'text') continue
    first.content = first.content.replace(/^\[([ xX])\](?=\s)/, (_, state) => (state === ' ' ? '☐' : '☑'))
  }
})

/**
 * Renders the one-line Markdown that the theme reads in the fields event, location, subtitle, summary and in captions
 * (`markdownify`; HTML is allowed there too), sanitised.
 */
export function inlineMarkdown(markdown: string): string {
  return sanitizeInlineHtml(strings.renderInline(markdown.trim())).trim()
}

/** As `inlineMarkdown`, for text that stands inside a link: links in it are just their text. */
export function inlineLabel(markdown: string): string {
  return sanitizeLabelHtml(strings.renderInline(markdown.trim())).trim()
}

/** Renders Markdown that has no structured form. HTML in it is shown as text. Its headings start at h2, below the page's own. */
export function blockMarkdown(markdown: string): string {
  return sanitizeBlockHtml(blocks.render(markdown))
}

/** The words of a one-line Markdown string, without any markup: for titles, descriptions and calendars. */
export function markdownText(markdown: string): string {
  return plainText(strings.renderInline(markdown))
}

/** The words of HTML. */
function plainText(html: string): string {
  const text = sanitizeInlineHtml(html).replaceAll(/<[^>]*>/g, ' ')
  return decode(text).replaceAll(/\s+/g, ' ').trim()
}

const entities: Record<string, string> = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&'}

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
}
