import {readPlayer} from './constructs/embed.ts'
import {parseTokens, type MarkdownEnvironment} from './parseTokens.ts'
import type {Token} from './rules/markdownIt.ts'
import {maskShortcodes, placeholderPattern, unmask} from './shortcodes/placeholders.ts'
import {callMeaning} from './shortcodes/sameCall.ts'
import type {ShortcodeUnit} from './shortcodes/scanShortcodes.ts'
import type {Dialect} from './types.ts'

/**
 * What Hugo renders, as far as it can be told from tokens: two texts with the same signature give the same HTML.
 * Soft line breaks count as spaces; a shortcode counts as its call, since its template is unknown.
 */
export function signature(
  tokens: readonly Token[],
  units: readonly ShortcodeUnit[],
  dialect: Dialect,
  environment: MarkdownEnvironment,
): string {
  const meanings = units.map((unit) => unitMeaning(unit, dialect, environment))
  const text = tokens.map((token, index) => tokenMeaning(token, tokens[index + 1], units)).join('')
  return text
    .replace(/<p>(?:\uFDD0\d+\uFDD1 ?)+<\/p>/g, (paragraph) => paragraph.slice(3, -4).replaceAll(' ', ''))
    .replace(/ *<br> */g, '<br>')
    .replace(placeholderPattern, (_, index: string) => meanings[Number(index)] ?? '')
}

/** A signature blind to what reading a text does not tell: the ids of headings. */
export function withoutIds(text: string): string {
  return text.replace(/<h([1-6]) id=[^>]*>/g, '<h$1>')
}

/** The signature of a text by itself, beside the definitions that its page has. */
export function signatureOf(markdown: string, dialect: Dialect, environment: MarkdownEnvironment): string {
  const masked = maskShortcodes(markdown)
  const own = {references: {...environment.references}, footnotes: new Set(environment.footnotes)}
  return signature(parseTokens(masked.text, dialect, own), masked.units, dialect, own)
}

function unitMeaning(unit: ShortcodeUnit, dialect: Dialect, environment: MarkdownEnvironment): string {
  if (unit.tag === undefined) return unit.source
  if (unit.inner === undefined) return unit.source === '' ? '' : `{${callMeaning(unit.tag)}}`
  const isCallout = unit.tag.name === 'callout' || unit.tag.name === 'alert'
  return `{${callMeaning(unit.tag)}${isCallout ? signatureOf(unit.inner, dialect, environment) : unit.inner}}`
}

function tokenMeaning(token: Token, next: Token | undefined, units: readonly ShortcodeUnit[]): string {
  if (token.hidden) return token.type === 'paragraph_close' && next?.nesting === 1 ? ' ' : ''
  switch (token.type) {
    case 'inline':
      return inlineMeanings(token.children ?? [], units)
    case 'fence':
      return `<fence ${JSON.stringify([token.info.trim(), token.content.replace(/(?<=[^\n])$/, '\n')])}>`
    case 'code_block':
      return `<code ${JSON.stringify(token.content)}>`
    case 'html_block':
      return `<html ${htmlMeaning(unmask(token.content, units))}>`
    case 'footnote_open':
      return `<footnote ${token.info}>`
    case 'heading_open':
      return `<${token.tag} id=${headingId(unmask(next?.content ?? '', units))}>`
    default:
      return tagMeaning(token)
  }
}

/** Goldmark makes a heading's id of its source, marks and link targets included. */
function headingId(source: string): string {
  return source.replace(/[^\p{L}\p{N}_ -]/gu, '')
}

function htmlMeaning(html: string): string {
  const player = readPlayer(html)
  return player === undefined ? html.trimEnd() : JSON.stringify(player)
}

function tagMeaning(token: Token): string {
  const attributes = (token.attrs ?? []).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('')
  return token.nesting === -1 ? `</${token.tag}>` : `<${token.tag}${attributes}>`
}

function inlineMeanings(tokens: readonly Token[], units: readonly ShortcodeUnit[]): string {
  return tokens
    .map((token, index) =>
      isJoined(token, tokens[index - 1], tokens[index + 1])
        ? `<literal ${token.content}>`
        : inlineMeaning(token, units),
    )
    .join('')
}

/**
 * Hugo makes one character of `--`, `...` and `<<`, unless one of them is escaped, and the direction of a quote depends
 * on whether its neighbour is written as it is.
 */
function isJoined({type, content, info, markup}: Token, before: Token | undefined, after: Token | undefined): boolean {
  const neighbours = [textOf(before).at(-1), textOf(after)[0]]
  if (type === 'link_open' && markup === 'autolink') return isQuote(neighbours[0])
  if (type !== 'text_special') return false
  if (neighbours[0] === "'" || (info === 'entity' && neighbours.some(isQuote))) return true
  return '-.<>'.includes(content) && neighbours.includes(content)
}

/** What Hugo looks at beside a character: a tag, say, ends in no `>` that could be one with another. */
function textOf(token: Token | undefined): string {
  return token?.type === 'text' || token?.type === 'text_special' ? token.content : ''
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'"
}

function inlineMeaning(token: Token, units: readonly ShortcodeUnit[]): string {
  switch (token.type) {
    case 'text':
      return escape(token.content)
    case 'text_special':
      return `"'`.includes(token.content) ? `<literal ${token.content}>` : escape(token.content)
    case 'softbreak':
      return ' '
    case 'hardbreak':
      return '<br>'
    case 'code_inline':
      return `<code>${escape(token.content)}</code>`
    case 'html_inline':
      return /^<br *\/?>$/.test(token.content) ? '<br>' : unmask(token.content, units)
    case 'math_inline':
      return `<math ${token.markup}>${unmask(token.content, units)}</math>`
    case 'verbatim':
      return unmask(token.content, units)
    case 'footnote_reference':
      return `<footnote ${token.content}>`
    case 'image':
      return `<img ${JSON.stringify([token.attrGet('src'), token.attrGet('title'), alternativeText(token.children ?? [])])}>`
    case 's_open':
      return '<del>'
    case 's_close':
      return '</del>'
    default:
      return tagMeaning(token)
  }
}

function escape(text: string): string {
  return text.replace(/[<>]/g, (character) => (character === '<' ? '&lt;' : '&gt;'))
}

/** Goldmark leaves backslashes and entities as they are in alternative text, and drops line ends. */
function alternativeText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
      if (token.type === 'image') return alternativeText(token.children ?? [])
      return token.type === 'text_special' ? token.markup : token.content
    })
    .join('')
}
