import MarkdownIt from 'markdown-it'
import {isRecord} from '../values/isRecord.ts'
import {closingDelimiter} from './rules/math.ts'

/** CommonMark as Hugo reads it where nothing keeps formulas from it. */
const plain = new MarkdownIt('commonmark')

/**
 * Formulas, as a file has them, that Markdown changes before the page's script sees them, where Hugo has no passthrough: `\\` becomes
 * `\`, `a^*b^*` is emphasis, a line `= b` makes a heading. Those in the theme's `math` are kept from it.
 */
export function spoiltFormulas(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(spoiltFormulas)
  if (!isRecord(value)) return []
  const {_type, tex, delimiter} = value
  if (_type !== 'mathBlock' && _type !== 'inlineMath') return Object.values(value).flatMap(spoiltFormulas)
  if (typeof tex !== 'string' || typeof delimiter !== 'string' || delimiter.startsWith('{{')) return []
  const source = delimiter + tex + closingDelimiter(delimiter)
  return isKept(source) ? [] : [source]
}

/** Whether Markdown takes a text for one paragraph that says just this. */
function isKept(source: string): boolean {
  const [open, inline, ...rest] = plain.parse(source, {})
  if (open?.type !== 'paragraph_open' || rest.length !== 1) return false
  const children = inline?.children ?? []
  const isText = children.every(({type}) => type === 'text' || type === 'softbreak')
  const text = children.map(({type, content}) => (type === 'softbreak' ? '\n' : content)).join('')
  return isText && withoutIndents(text) === withoutIndents(source)
}

function withoutIndents(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, '\n')
}
