import {dl} from '@mdit/plugin-dl'
import MarkdownItClass from 'markdown-it'
import {bareLinks} from './rules/bareLinks.ts'
import {emptyTitles} from './rules/emptyTitles.ts'
import {footnotes, type FootnoteEnvironment} from './rules/footnotes.ts'
import {kitMarks} from './rules/kitMarks.ts'
import type {MarkdownIt, StateCore, Token} from './rules/markdownIt.ts'
import {math, mathDelimiters} from './rules/math.ts'
import {placeholders} from './rules/placeholders.ts'
import {plainText} from './rules/plainText.ts'
import {readPlainInline} from './rules/readPlainInline.ts'
import {separators} from './rules/separators.ts'
import {tables} from './rules/tables.ts'
import type {Dialect} from './types.ts'

/** What the blocks of one text share: link definitions by normalised label, and footnote labels. */
export interface MarkdownEnvironment extends FootnoteEnvironment {
  references?: Record<string, {href: string; title: string}>
}

/** One parser for the kit and one for everything before it: building a parser costs more than reading a page. */
const parsers = new Map<boolean, MarkdownIt>()

/** Markdown without shortcodes to markdown-it's tokens, as Goldmark with the theme's configuration reads it. */
export function parseTokens(text: string, dialect: Dialect, environment: MarkdownEnvironment): Token[] {
  return parserFor(dialect).parse(text, environment)
}

/** The label of a link definition in the form in which `references` lists it. */
export function normalizeLabel(label: string): string {
  return parserFor('kit').utils.normalizeReference(label)
}

function parserFor(dialect: Dialect): MarkdownIt {
  const isKit = dialect === 'kit'
  const known = parsers.get(isKit)
  if (known !== undefined) return known
  const md = createParser(isKit)
  parsers.set(isKit, md)
  return md
}

/** A parser for the kit, or for everything before it; `parseTokens` keeps one of each. */
export function createParser(isKit: boolean): MarkdownIt {
  const md = new MarkdownItClass({html: true, linkify: false, typographer: false})
  md.core.ruler.at('normalize', normalize)
  md.core.ruler.at('inline', readInlines)
  md.core.ruler.disable(['linkify', 'replacements', 'smartquotes', 'text_join'])
  md.normalizeLink = (url) => url
  md.normalizeLinkText = (url) => url
  md.validateLink = () => true
  md.use(tables)
  md.use(emptyTitles)
  md.use(separators)
  md.use(dl)
  md.use(footnotes)
  md.use(math, mathDelimiters(isKit ? 'kit' : 'wowchemy'))
  md.use(bareLinks, isKit)
  md.use(placeholders)
  md.use(plainText)
  if (isKit) md.use(kitMarks)
  return md
}

/** markdown-it's own rule looks at every line end, which nearly no text needs. */
function normalize(state: StateCore): void {
  const {src} = state
  if (!src.includes('\r') && !src.includes('\0')) return
  state.src = src.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
}

/** What the `meta` of an inline token says whose text is in the plainest form, see `readPlainInline`. */
export const PLAIN = 'plain'

/** markdown-it's own rule, without the way through all inline rules for a text that needs none of them. */
function readInlines({tokens, md, env}: StateCore): void {
  for (const token of tokens) {
    if (token.type !== 'inline' || token.children === null) continue
    const {content} = token
    const plain = readPlainInline(content)
    if (plain !== undefined) [token.children, token.meta] = [plain, PLAIN]
    else md.inline.parse(content, md, env, token.children)
  }
}
