import {FrontMatterError} from './frontMatterError.ts'
import type {FrontMatterFormat} from './frontMatterValue.ts'
import {lineAt, nextLine} from './lines.ts'

/** A page's text cut into parts that joined give back every byte: `prefix + header + delimiter + body`. */
export interface PageParts {
  format: FrontMatterFormat
  /** Byte order mark, blank lines and the opening delimiter's line. */
  prefix: string
  /** The front matter itself, with its last line end. */
  header: string
  /** The closing delimiter's line. */
  delimiter: string
  body: string
  /** 1-based line of the header's first line. */
  headerLine: number
  /** 1-based line of the body's first line. */
  bodyLine: number
  /** A data file: all of it is header, without delimiters. */
  isData?: true
}

const DELIMITERS = {'-': ['---', 'yaml'], '+': ['+++', 'toml']} as const

/**
 * Cuts a page as Hugo does: front matter is the first thing that is not blank, a line that starts with the delimiter
 * closes it (Hugo: parser/pageparser/pagelexer_intro.go). A page without front matter has an empty header.
 * @throws FrontMatterError when the front matter is not closed, or is Org mode.
 */
export function splitPage(text: string): PageParts {
  const start = text.search(/[^\s\uFEFF]/)
  if (!text.startsWith('<!--', start)) return splitAt(text, start)
  const inner = offsetOf(/\S/g, text, nextLine(text, start))
  return /^(---|\+\+\+|\{)/.test(text.slice(inner, inner + 3)) ? splitComment(text, inner) : withoutFrontMatter(text)
}

/** Front matter in an HTML comment that begins on a line above it: Hugo skips what is left of the comment. */
function splitComment(text: string, start: number): PageParts {
  const parts = splitAt(text, start)
  const {prefix, header, delimiter} = parts
  const end = text.indexOf('-->', prefix.length + header.length + delimiter.length)
  if (end < 0)
    throw new FrontMatterError(
      'The front matter is in an HTML comment that never ends: take the line with <!-- away',
      lineAt(text, start),
    )
  const behind = offsetOf(/[^ \t\r]|$/g, text, end + 3)
  const body = text[behind] === '\n' ? behind + 1 : end + 3
  return {
    ...parts,
    delimiter: text.slice(prefix.length + header.length, body),
    body: text.slice(body),
    bodyLine: lineAt(text, body),
  }
}

/** Where the first match of a pattern with the flag `g` begins, from an offset on; the text's end without one. */
function offsetOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

function splitAt(text: string, start: number): PageParts {
  const first = start < 0 ? '' : text.charAt(start)
  if (first === '{') return splitJson(text, start)
  if (text.startsWith('#+', start))
    throw new FrontMatterError(
      'Lectern does not read Org mode front matter: write it in YAML between two lines of "---"',
      lineAt(text, start),
    )
  if (first !== '-' && first !== '+') return withoutFrontMatter(text)
  const [mark, format] = DELIMITERS[first]
  if (!text.startsWith(mark, start)) return withoutFrontMatter(text)
  const headerStart = nextLine(text, start)
  const closing = findClosing(text, headerStart, mark)
  if (closing < 0) {
    throw new FrontMatterError(
      `The front matter is never closed: write "${mark}" on a line of its own after the last key`,
      lineAt(text, start),
    )
  }
  return cut(text, format, headerStart, closing, nextLine(text, closing))
}

function withoutFrontMatter(text: string): PageParts {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  return cut(text, 'yaml', bom, bom, bom)
}

function cut(text: string, format: FrontMatterFormat, header: number, closing: number, body: number): PageParts {
  return {
    format,
    prefix: text.slice(0, header),
    header: text.slice(header, closing),
    delimiter: text.slice(closing, body),
    body: text.slice(body),
    headerLine: lineAt(text, header),
    bodyLine: lineAt(text, body),
  }
}

function findClosing(text: string, from: number, mark: string): number {
  for (let line = from; line < text.length; line = nextLine(text, line)) {
    if (text.startsWith(mark, line)) return line
  }
  return -1
}

/** JSON front matter ends with the brace that closes the first one; braces inside strings do not count. */
function splitJson(text: string, start: number): PageParts {
  let depth = 0
  let inString = false
  for (let index = start; index < text.length; index++) {
    const char = text.charAt(index)
    if (inString) {
      if (char === '\\') index++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return cut(text, 'json', start, index + 1, nextLine(text, index + 1))
  }
  throw new FrontMatterError('The JSON front matter is never closed: a "}" or a quote is missing', lineAt(text, start))
}
