import {readIcon} from '../constructs/icon.ts'
import {readInlineImage} from '../constructs/inlineImage.ts'
import type {Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {needsHtml} from '../shortcodes/escapeSamples.ts'
import {placeholderPattern, placeholderStart, unmask, unmaskLiteral, unmaskText} from '../shortcodes/placeholders.ts'
import {appendText, sameMarks, type InlineContent, type Link, type Mark, type Piece} from './pieces.ts'
import {printCodeSpan} from './printCodeSpan.ts'
import type {Decorator} from './types.ts'

const decorators: Readonly<Record<string, Decorator>> = {
  strong_open: 'strong',
  em_open: 'em',
  s_open: 'strike-through',
  mark_open: 'highlight',
  sub_open: 'subscript',
  sup_open: 'superscript',
}

/** Tags without attributes that are the same to a reader as a decorator. */
const tags: Readonly<Record<string, Decorator>> = {
  '<strong>': 'strong',
  '<em>': 'em',
  '<del>': 'strike-through',
  '<u>': 'underline',
  '<mark>': 'highlight',
  '<sub>': 'subscript',
  '<sup>': 'superscript',
}

interface InlineReader {
  tokens: readonly Token[]
  index: number
  reading: Reading
  /** A `<br>` is a line break where Markdown has none of its own: in headings and table cells. */
  breaks: boolean
  marks: readonly Mark[]
  stack: Array<readonly Mark[]>
  /** Tokens that close a tag which counts as a decorator. */
  closers: Set<number> | undefined
  pieces: Piece[]
}

/** Reads the children of an inline token; objects keep their marks here, which Portable Text does not allow yet. */
export function readPieces(tokens: readonly Token[], reading: Reading, breaks = false): Piece[] {
  const reader: InlineReader = {
    tokens,
    index: 0,
    reading,
    breaks,
    marks: [],
    stack: [],
    closers: undefined,
    pieces: [],
  }
  for (; reader.index < tokens.length; reader.index++) {
    const token = tokens[reader.index]
    if (token !== undefined) readToken(reader, token)
  }
  return reader.pieces
}

function readToken(reader: InlineReader, token: Token): void {
  switch (token.type) {
    case 'text':
      return readText(reader, token.content)
    case 'text_special':
      return readSpecial(reader, token)
    case 'softbreak':
      return appendText(reader.pieces, ' ', reader.marks)
    case 'hardbreak':
      return appendText(reader.pieces, '\n', reader.marks)
    case 'code_inline':
      return readCode(reader, token)
    case 'html_inline':
      return readHtml(reader, token)
    case 'math_inline':
      return addObject(reader, {
        _type: 'inlineMath',
        tex: unmask(token.content, reader.reading.units),
        delimiter: token.markup,
      })
    case 'verbatim':
      return addObject(reader, {_type: 'inlineMarkdown', markdown: unmask(token.content, reader.reading.units)})
    case 'list_start':
      return addObject(reader, {_type: 'listStart', number: Number(token.content)})
    case 'footnote_reference':
      return addObject(reader, {_type: 'footnoteReference', label: token.content})
    case 'image':
      return addObject(reader, readInlineImage(token, reader.reading))
    case 'link_open':
      return enter(reader, readLink(token, reader.reading))
    default:
      return readDecorator(reader, token)
  }
}

function readDecorator(reader: InlineReader, token: Token): void {
  const decorator = decorators[token.type]
  if (decorator !== undefined) return enter(reader, decorator)
  if (token.nesting !== -1) throw new Error(`Unknown inline token "${token.type}"`)
  reader.marks = reader.stack.pop() ?? []
}

function enter(reader: InlineReader, mark: Mark): void {
  reader.stack.push(reader.marks)
  reader.marks = reader.marks.includes(mark) ? reader.marks : [...reader.marks, mark]
}

function addObject(reader: InlineReader, object: InlineContent): void {
  reader.pieces.push({text: '', object, marks: reader.marks})
}

function readLink(token: Token, reading: Reading): Link {
  const href = unmask(token.attrGet('href') ?? '', reading.units)
  const title = token.attrGet('title')
  return title === null ? {_type: 'link', href} : {_type: 'link', href, title: unmaskText(title, reading.units)}
}

function readText(reader: InlineReader, text: string): void {
  const {units} = reader.reading
  if (units.length === 0 || !text.includes(placeholderStart)) return appendText(reader.pieces, text, reader.marks)
  let last = 0
  for (const match of text.matchAll(placeholderPattern)) {
    appendText(reader.pieces, text.slice(last, match.index), reader.marks)
    last = match.index + match[0].length
    const unit = units[Number(match[1])]
    if (unit === undefined) continue
    if (unit.sample !== undefined) appendText(reader.pieces, unit.sample, reader.marks)
    else
      addObject(reader, readIcon(unit) ?? {_type: 'inlineShortcode', name: unit.tag?.name ?? '', source: unit.source})
  }
  appendText(reader.pieces, text.slice(last), reader.marks)
}

/** An escaped quote is not turned into a typographic one by Hugo, so it is not the same as a plain quote. */
function readSpecial(reader: InlineReader, token: Token): void {
  const {content, markup} = token
  const joins = '-.<>'.includes(content) && (endsWith(reader, content) || nextStartsWith(reader, content))
  if (content === '"' || content === "'" || joins || (content.trim() === '' && content !== '\u00a0')) {
    return addObject(reader, {_type: 'inlineMarkdown', markdown: markup})
  }
  appendText(reader.pieces, content, reader.marks)
}

function endsWith(reader: InlineReader, character: string): boolean {
  const last = reader.pieces.at(-1)
  if (last === undefined || !sameMarks(last.marks, reader.marks)) return false
  return (
    last.text.endsWith(character) ||
    (last.object !== undefined && 'markdown' in last.object && last.object.markdown.endsWith(character))
  )
}

function nextStartsWith(reader: InlineReader, character: string): boolean {
  const next = reader.tokens[reader.index + 1]
  return next !== undefined && next.type !== 'html_inline' && next.content.startsWith(character)
}

function readCode(reader: InlineReader, token: Token): void {
  const code = unmaskLiteral(token.content, reader.reading.units)
  if (code !== undefined && code.trim() !== '') return appendText(reader.pieces, code, [...reader.marks, 'code'])
  const source = unmask(token.content, reader.reading.units)
  addObject(reader, {_type: 'inlineMarkdown', markdown: printCodeSpan(source)})
}

function readHtml(reader: InlineReader, token: Token): void {
  const html = unmask(token.content, reader.reading.units)
  if (reader.breaks && /^<br *\/?>$/.test(html)) return appendText(reader.pieces, '\n', reader.marks)
  if (html === '<code>' && readCodeTag(reader)) return
  const decorator = tags[html]
  if (decorator !== undefined) {
    const close = findClosingTag(reader, html.replace('<', '</'))
    if (close !== undefined) {
      reader.closers = (reader.closers ?? new Set()).add(close)
      return enter(reader, decorator)
    }
  }
  if (reader.closers?.has(reader.index) === true) {
    reader.marks = reader.stack.pop() ?? []
    return
  }
  addObject(reader, {_type: 'inlineHtml', html})
}

/** Code that could only be written as HTML, by its tag; whether it was that. */
function readCodeTag(reader: InlineReader): boolean {
  const from = reader.index + 1
  const to = reader.tokens.findIndex(({content}, index) => index > from && content === '</code>')
  const held = reader.tokens.slice(from, Math.max(from, to))
  const code = held.map(({content}) => content).join('')
  if (!held.every(({type}) => type.startsWith('text')) || !needsHtml(code, reader.reading.context)) return false
  appendText(reader.pieces, code, [...reader.marks, 'code'])
  reader.index = to
  return true
}

/** The token that closes a tag at the same depth, with nothing crossing in between. */
function findClosingTag(reader: InlineReader, closing: string): number | undefined {
  const opening = closing.replace('</', '<')
  let depth = 0
  let open = 1
  for (let index = reader.index + 1; index < reader.tokens.length; index++) {
    const token = reader.tokens[index]
    if (token === undefined) return undefined
    depth += token.nesting
    if (depth < 0) return undefined
    if (token.type !== 'html_inline') continue
    if (token.content === opening) open++
    if (token.content === closing && --open === 0) return depth === 0 ? index : undefined
  }
  return undefined
}
