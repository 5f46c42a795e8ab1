import Token from 'markdown-it/lib/token.mjs'
import type {Token as TokenType} from './markdownIt.ts'
import {textToken} from './tokens.ts'

/** Where a text ends: what an inline rule begins with, and what printing may escape or write in another way. */
const SPECIAL = '[\\n\\\\`*_[\\]<&~$^={@|\\u00a0\\uFDD0]|:/|w\\.|!(?=\\[)'
const TARGET = '\\(([\\w\\-./:?=%#,+~;]+)\\)'
const nextSpecial = new RegExp(SPECIAL, 'g')
const special = new RegExp(SPECIAL)
const code = /`(?! )([^`{|\n\uFDD0]+)(?<! )`(?!`)/y
const linkEnd = new RegExp(`\\]${TARGET}`, 'y')
const image = new RegExp(`!\\[([^\\]\\n]+)\\]${TARGET}`, 'y')

interface Scan {
  content: string
  at: number
  tokens: TokenType[]
  /** The opening tokens of what is not closed yet: a mark, a link, or one of them in the other. */
  open: TokenType[]
}

/**
 * The tokens of an inline text of nothing but text, bold, italics, code, links and pictures in their plainest form,
 * marks not inside one another but for a mark and a link; nothing for any other text. They are those of markdown-it
 * without empty texts, for a tenth of the time, and printing them gives the same source, but that a line end becomes a
 * space and a line's start may need an escape.
 */
export function readPlainInline(content: string): TokenType[] | undefined {
  const scan: Scan = {content, at: 0, tokens: [], open: []}
  while (scan.at < content.length) {
    nextSpecial.lastIndex = scan.at
    const end = nextSpecial.exec(content)?.index ?? content.length
    if (end > scan.at) addText(scan, end)
    if (end < content.length && !readSpecial(scan)) return undefined
  }
  return scan.open.length === 0 && content !== '' ? scan.tokens : undefined
}

function readSpecial(scan: Scan): boolean {
  switch (scan.content[scan.at]) {
    case '*':
      return readMark(scan)
    case '[':
      return !scan.open.some(isLink) && open(scan, '[')
    case ']':
      return closeLink(scan)
    case '`':
      return readCode(scan)
    case '!':
      return readImage(scan)
    case '\n':
      return readLineEnd(scan)
    default:
      return false
  }
}

/** CommonMark's flanking rules (0.31, section 6.2) where one mark is open at most, so that what may close it does. */
function readMark(scan: Scan): boolean {
  const {content, at} = scan
  const mark = content[at + 1] === '*' ? '**' : '*'
  const before = kindOf(content, at - 1)
  const after = kindOf(content, at + mark.length)
  if (content[at + mark.length] === '*' || before === 'unknown' || after === 'unknown') return false
  if (scan.open.at(-1)?.markup === mark) return belongsTo(before, after) && close(scan, mark.length)
  return scan.open.every(isLink) && belongsTo(after, before) && open(scan, mark)
}

type Kind = 'letter' | 'space' | 'punctuation' | 'unknown'

/** Whether a mark between two characters may begin or end a text on the side of the first one. */
function belongsTo(inside: Kind, outside: Kind): boolean {
  return inside === 'letter' || (inside === 'punctuation' && outside !== 'letter')
}

/** Unknown is what parsers do not agree about: symbols, spaces and separators beyond ASCII. */
function kindOf(content: string, at: number): Kind {
  const character = content.charCodeAt(at)
  if (Number.isNaN(character) || character === 0x20 || character === 0x0a) return 'space'
  if ((character >= 0xac00 && character <= 0xd7a3) || /[a-z0-9]/i.test(content.charAt(at))) return 'letter'
  if (character < 0x80) return character > 0x20 && character < 0x7f ? 'punctuation' : 'unknown'
  if (/\p{P}/u.test(content.charAt(at))) return 'punctuation'
  return /[\p{L}\p{N}]/u.test(content.charAt(at)) ? 'letter' : 'unknown'
}

function readCode(scan: Scan): boolean {
  code.lastIndex = scan.at
  const match = scan.content[scan.at - 1] === '`' ? null : code.exec(scan.content)
  if (match === null) return false
  const token = add(scan, 'code_inline', 'code', 0)
  token.content = match[1] ?? ''
  token.markup = '`'
  scan.at = code.lastIndex
  return true
}

function closeLink(scan: Scan): boolean {
  linkEnd.lastIndex = scan.at
  const link = scan.open.at(-1)
  const href = linkEnd.exec(scan.content)?.[1]
  if (link === undefined || !isLink(link) || href === undefined) return false
  link.attrs = [['href', href]]
  return close(scan, linkEnd.lastIndex - scan.at)
}

function readImage(scan: Scan): boolean {
  image.lastIndex = scan.at
  const [, alt = '', src = ''] = image.exec(scan.content) ?? []
  if (scan.open.length > 0 || src === '' || special.test(alt) || alt.trim() !== alt) return false
  const token = add(scan, 'image', 'img', 0)
  token.attrs = [
    ['src', src],
    ['alt', ''],
  ]
  token.children = [textToken(alt)]
  token.content = alt
  scan.at = image.lastIndex
  return true
}

function readLineEnd(scan: Scan): boolean {
  const {content, at, tokens} = scan
  if (tokens.at(-1)?.nesting === 1 || /[ \t]/.test(content.charAt(at - 1) + content.charAt(at + 1))) return false
  add(scan, 'softbreak', 'br', 0)
  scan.at++
  return true
}

/** Two marks or links side by side are printed with something between them. */
function open(scan: Scan, mark: '*' | '**' | '['): boolean {
  if (scan.tokens.at(-1)?.nesting === -1) return false
  const [name, tag] = names[mark]
  const token = add(scan, `${name}_open`, tag, 1)
  if (mark !== '[') token.markup = mark
  scan.open.push(token)
  scan.at += mark.length
  return true
}

function close(scan: Scan, length: number): boolean {
  const last = scan.tokens.at(-1)
  if (last === undefined || last.nesting === 1 || last.type === 'softbreak') return false
  const opening = scan.open.pop()
  const token = add(scan, opening?.type.replace('_open', '_close') ?? '', opening?.tag ?? '', -1)
  token.markup = opening?.markup ?? ''
  scan.at += length
  return true
}

const names = {'*': ['em', 'em'], '**': ['strong', 'strong'], '[': ['link', 'a']} as const

function isLink({type}: TokenType): boolean {
  return type === 'link_open'
}

function addText(scan: Scan, end: number): void {
  add(scan, 'text', '', 0).content = scan.content.slice(scan.at, end)
  scan.at = end
}

function add(scan: Scan, type: string, tag: string, nesting: -1 | 0 | 1): TokenType {
  const token = new Token(type, tag, nesting)
  token.level = scan.open.length
  scan.tokens.push(token)
  return token
}
