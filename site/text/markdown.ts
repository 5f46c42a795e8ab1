import {dl} from '@mdit/plugin-dl'
import MarkdownIt from 'markdown-it'
import type {HeadingMark} from '../content.ts'
import {showEmoji} from './emoji.ts'
import {decode, formulas, setFormulas} from './formulas.ts'
import {headingsOf, rawHeadings, type RawHeading} from './rawHeadings.ts'
import {replaceShortcodes} from './replaceShortcodes.ts'
import {sanitizeBlockHtml, sanitizeInlineHtml, type HtmlPlace} from './sanitize.ts'

const strings = new MarkdownIt({html: true, linkify: true, typographer: false})
const blocks = new MarkdownIt({html: true, linkify: true, typographer: false})

// As Goldmark, link only what has a scheme or begins with `www.`: `README.md` is no address.
strings.linkify.set({fuzzyLink: false})
blocks.linkify.set({fuzzyLink: false})
for (const {linkify} of [strings, blocks]) {
  linkify.add('www.', {
    validate: (text, at) => /^[^\s<]*[^\s<?!.,:*_~'")\]]/.exec(text.slice(at))?.[0].length ?? 0,
    normalize: (match) => {
      match.url = `https://${match.url}`
    },
  })
}

for (const {core} of [strings, blocks]) {
  core.ruler.push('emoji', ({tokens}) => {
    for (const {children} of tokens) {
      for (const [index, token] of (children ?? []).entries()) {
        const isAddress = children?.[index - 1]?.info === 'auto'
        if (token.type === 'text' && !isAddress) token.content = showEmoji(token.content)
      }
    }
  })
}

blocks.use(dl).use(formulas).use(rawHeadings)

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

// Attributes that Hugo reads from a line below a block: `{.lead}`, `{#goals style="…"}`.
blocks.core.ruler.after('block', 'attributes', ({tokens}) => {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'inline' || tokens[index - 1]?.type === 'heading_open') continue
    token.content = token.content.replace(/(?:^|\n)[ \t]*\{[#.\w][^{}\n]*\}$/, '')
  }
})

/**
 * Renders the one-line Markdown that the theme reads in the fields event, location, subtitle, summary and in captions
 * (`markdownify`; HTML is allowed there too), sanitised.
 */
export function inlineMarkdown(markdown: string, place?: HtmlPlace): string {
  return sanitizeInlineHtml(strings.renderInline(markdown.trim()), place).trim()
}

/**
 * Renders Markdown that has no structured form, with its HTML as Hugo Blox allows it, sanitised; formulas as MathML.
 *
 * @param headings a mark for each of its headings; without them they have the levels of the Markdown, and no ids but their own
 */
export function blockMarkdown(markdown: string, place?: HtmlPlace, headings?: HeadingMark[]): string {
  const html = blocks.render(replaceShortcodes(markdown), {headings})
  return setFormulas(sanitizeBlockHtml(html, place), place?.macros)
}

/** The headings of Markdown that has no structured form, in reading order. */
export function markdownHeadings(markdown: string): RawHeading[] {
  return headingsOf(blocks.parse(replaceShortcodes(markdown), {}))
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
