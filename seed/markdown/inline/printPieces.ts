import type {Printing} from '../printing.ts'
import {bareLinkAt, mayPrecedeBareLink} from '../rules/bareLinks.ts'
import {asInlineHtml, escapeSamples, needsHtml} from '../shortcodes/escapeSamples.ts'
import {escapeText} from './escapeText.ts'
import type {Link, Mark, Piece} from './pieces.ts'
import {printCodeSpan} from './printCodeSpan.ts'
import {printLinkTarget} from './printLinkTarget.ts'
import {printObject} from './printObject.ts'
import type {Decorator} from './types.ts'

interface Delimiters {
  open: string
  close: string
}

/** Pieces as inline Markdown: the longest-lasting mark outermost, spaces outside of emphasis. */
export function printPieces(pieces: readonly Piece[], printing: Printing): string {
  const text = printRun(pieces, [], printing, '', '')
  return printing.place === 'cell' ? text.replace(/(?<!\\)\|/g, '\\|') : text
}

function printRun(
  pieces: readonly Piece[],
  applied: readonly Mark[],
  printing: Printing,
  before: string,
  after: string,
): string {
  let result = ''
  for (let index = 0; index < pieces.length;) {
    const previous = result.at(-1) ?? before
    const {mark, end} = longestMark(pieces, index, applied)
    const next = end < pieces.length ? firstText(pieces[end], applied, printing) : after
    const run = pieces.slice(index, end)
    result +=
      mark === undefined
        ? printPiece(run, previous, next, printing)
        : printMarked(run, mark, applied, printing, isEscaped(result) ? '\\' : previous, next)
    index = end
  }
  return result
}

/** Whether a text ends in an escaped character, after which Goldmark sees no bare address. */
function isEscaped(text: string): boolean {
  return /(?<!\\)(?:\\\\)*\\[!-/:-@[-`{-~]$/.test(text)
}

/** The mark of a piece that goes on longest after it; without marks, the piece alone. */
function longestMark(pieces: readonly Piece[], start: number, applied: readonly Mark[]): {mark?: Mark; end: number} {
  let best: {mark?: Mark; end: number} = {end: start + 1}
  for (const mark of pieces[start]?.marks ?? []) {
    if (mark === 'code' || applied.includes(mark)) continue
    let end = start + 1
    while (pieces[end]?.marks.includes(mark) === true) end++
    if (best.mark === undefined || end > best.end) best = {mark, end}
  }
  return best
}

function firstText(piece: Piece | undefined, applied: readonly Mark[], printing: Printing): string {
  if (piece === undefined) return ''
  const mark = piece.marks.find((candidate) => candidate !== 'code' && !applied.includes(candidate))
  if (mark !== undefined) return typeof mark === 'string' ? delimitersOf(mark, printing).open : '['
  if (piece.marks.includes('code')) return needsHtml(piece.text, printing.context) ? '<' : '`'
  return piece.object === undefined ? piece.text : printObject(piece.object)
}

function printPiece(run: readonly Piece[], before: string, after: string, printing: Printing): string {
  const piece = run[0]
  if (piece === undefined) return ''
  if (piece.object !== undefined) return printObject(piece.object, printing.escape)
  if (piece.marks.includes('code')) return printCode(piece.text, printing)
  return breakLines(escapeText(piece.text, before, after, printing), before, printing)
}

/** A code span shows its text as it is, but Hugo looks for shortcodes first, and stops at one that does not end. */
function printCode(text: string, printing: Printing): string {
  if (needsHtml(text, printing.context)) return `<code>${asInlineHtml(text)}</code>`
  const code = escapeSamples(text).replace(/\n/g, ' ')
  return printCodeSpan(printing.place === 'cell' ? code.replace(/\|/g, '\\|') : code)
}

/** Behind a backslash Goldmark does not see that of a line break, but two spaces. */
function breakLines(text: string, before: string, printing: Printing): string {
  if (!text.includes('\n')) return text
  if (printing.place !== 'paragraph') return text.replace(/ *\n */g, '<br>')
  return text.replace(/ *\n */g, (_, at: number) => ((text[at - 1] ?? before) === '\\' ? '  \n' : '\\\n'))
}

function printMarked(
  run: readonly Piece[],
  mark: Mark,
  applied: readonly Mark[],
  printing: Printing,
  before: string,
  after: string,
): string {
  const marks = [...applied, mark]
  if (typeof mark !== 'string') return printLink(run, mark, marks, printing, before, after)
  const needsTags = endsInSample(run, before, after) || standsBesideSymbol(run, marks, before, after, printing)
  const {open, close} = delimitersOf(mark, needsTags ? {...printing, emphasis: 'tags'} : printing)
  const nested = mark === 'strong' && hasRoom(before, after) ? insideStrong(run, applied, printing) : printing
  const hidesBrackets = printing.inLink === true && !open.startsWith('<')
  const inner = printRun(run, marks, hidesBrackets ? {...nested, hidesBrackets} : nested, open.at(-1) ?? '', close)
  const [, lead = '', text = '', trail = ''] = /^((?:\s|\\\n)*)([\s\S]*?)((?:\s|\\\n)*)$/.exec(inner) ?? []
  // The space that was between the braces and what follows may stand outside of the tag now.
  const shown = close.startsWith('<') ? text.replace(/\{\{$/, '{&#123;') : text
  return text === '' ? inner : lead + open + shown + close + trail
}

/** Whether a sample of a shortcode stands between the delimiters of emphasis and a letter: they would be shown. */
function endsInSample(run: readonly Piece[], before: string, after: string): boolean {
  const [first, last] = [run[0]?.text ?? '', run.at(-1)?.text ?? '']
  const letter = /^[\p{L}\p{N}]/u
  return (/^\{\{[<%]/.test(first) && letter.test(before)) || (/[>%]\}\}$/.test(last) && letter.test(after))
}

/**
 * Whether punctuation at an edge of emphasis stands beside an emoji or another symbol outside of it: `🎉**[x]**`. That is
 * punctuation too since CommonMark 0.31, but not to the Goldmark of older generations, which would show the asterisks.
 */
function standsBesideSymbol(
  run: readonly Piece[],
  applied: readonly Mark[],
  before: string,
  after: string,
  {context: {dialect}}: Printing,
): boolean {
  if (dialect === 'kit') return false
  const [first, last] = [run[0], run.at(-1)]
  return (
    (/^(?![\0-\x7f])[\p{S}\uDC00-\uDFFF]$/u.test(before) && isPunctuation(first, /^[\p{P}\p{S}]/u, applied)) ||
    (/^(?![\0-\x7f])\p{S}/u.test(after) && isPunctuation(last, /[\p{P}\p{S}]$/u, applied))
  )
}

/** Whether a piece begins or ends with punctuation: of its text, of an object or of a mark other than bold and italics. */
function isPunctuation(piece: Piece | undefined, edge: RegExp, applied: readonly Mark[]): boolean {
  if (piece === undefined) return false
  const isOpen = (mark: Mark): boolean => mark === 'strong' || mark === 'em' || applied.includes(mark)
  return piece.object !== undefined || edge.test(piece.text) || !piece.marks.every(isOpen)
}

/** `***x***` is strong inside of em; all of a strong text that is em besides is written `**_x_**`. */
function insideStrong(run: readonly Piece[], applied: readonly Mark[], printing: Printing): Printing {
  if (printing.emphasis !== 'asterisk' || applied.includes('em')) return printing
  return run.every(({marks}) => marks.includes('em')) ? {...printing, emphasis: 'underscore'} : printing
}

/** Whether `_**` may end and `**_` begin there: not beside a letter. */
function hasRoom(before: string, after: string): boolean {
  return /^[\s\p{P}\p{S}]?$/u.test(before) && /^(?:$|[\s\p{P}\p{S}])/u.test(after)
}

function delimitersOf(mark: Decorator, printing: Printing): Delimiters {
  const useTags = printing.emphasis === 'tags'
  const isKit = printing.context.dialect === 'kit'
  const same = (text: string): Delimiters => ({open: text, close: text})
  const tag = (name: string): Delimiters => ({open: `<${name}>`, close: `</${name}>`})
  switch (mark) {
    case 'strong':
      return useTags ? tag('strong') : same('**')
    case 'em':
      return useTags ? tag('em') : same(printing.emphasis === 'asterisk' ? '*' : '_')
    case 'strike-through':
      return useTags ? tag('del') : same('~~')
    case 'highlight':
      return useTags || !isKit ? tag('mark') : same('==')
    case 'underline':
      return tag('u')
    case 'subscript':
      return useTags || !isKit ? tag('sub') : same('~')
    case 'superscript':
      return useTags || !isKit ? tag('sup') : same('^')
    default:
      throw new Error(`Unknown decorator "${mark}"`)
  }
}

function printLink(
  run: readonly Piece[],
  link: Link,
  applied: readonly Mark[],
  printing: Printing,
  before: string,
  after: string,
): string {
  const text = run.every(({object, marks}) => object === undefined && !marks.includes('code'))
    ? run.map((piece) => piece.text).join('')
    : undefined
  const isPlain = text !== undefined && run.length === 1 && link.title === undefined
  if (isPlain && printing.escape === 'light') {
    const bare = mayPrecedeBareLink(before) ? bareLinkAt(text + after) : undefined
    if (bare?.word === text && bare.href === link.href) return text
    const isFree = before !== '<' && before !== '{'
    if (isFree && link.href === text && /^[a-z][a-z\d+.-]{1,31}:[^\s<>]*$/i.test(text)) return `<${text}>`
    if (isFree && link.href === `mailto:${text}` && bareLinkAt(text)?.word === text) return `<${text}>`
  }
  const printed = printRun(run, applied, {...printing, inLink: true}, '[', ']')
  if (printing.isItem === true && printed === ' ') return printed
  const inner = printing.isItem === true && /^[xX]$/.test(printed) ? `&#${printed.charCodeAt(0)};` : printed
  return `[${inner}](${printLinkTarget(link.href, link.title)})`
}
