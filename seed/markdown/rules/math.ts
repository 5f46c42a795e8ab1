import type {Dialect} from '../types.ts'
import type {MarkdownIt, StateInline} from './markdownIt.ts'

/** Opening delimiter to closing delimiter, in the order in which they are tried. */
export type MathDelimiters = ReadonlyArray<readonly [open: string, close: string]>

const passthrough: MathDelimiters = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
]
const mathJax: MathDelimiters = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
]

/** The kit's Goldmark passthrough keeps `\(` as it is; before it, Markdown ate the backslash, so pages double it for MathJax. */
export function mathDelimiters(dialect: Dialect): MathDelimiters {
  return dialect === 'kit' ? passthrough : mathJax
}

export interface MathMatch {
  delimiter: string
  tex: string
  end: number
}

/** The formula that begins at `start`; a dollar that stands for money does not begin one. */
export function matchMath(
  text: string,
  start: number,
  delimiters: MathDelimiters,
  limit = text.length,
): MathMatch | undefined {
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, start)) continue
    const from = start + open.length
    for (let at = text.indexOf(close, from); at >= 0 && at + close.length <= limit; at = text.indexOf(close, at + 1)) {
      if (open.startsWith('$') && text[at - 1] === '\\') continue
      const tex = text.slice(from, at)
      if (tex.trim() === '') break
      if (open === '$' && !isDollarMath(tex, text[at + 1])) break
      return {delimiter: open, tex, end: at + close.length}
    }
    if (open === '$$') return undefined
  }
  return undefined
}

function isDollarMath(tex: string, next: string | undefined): boolean {
  return !/^\s|\s$/.test(tex) && !/\d/.test(next ?? '')
}

/** The delimiter that ends what the given one begins. */
export function closingDelimiter(open: string): string {
  return open.startsWith('$') ? open : open.replace('(', ')').replace('[', ']')
}

/** Formulas as `math_inline` tokens, before Markdown looks at escapes and emphasis in them. */
export function math(md: MarkdownIt, delimiters: MathDelimiters): void {
  md.inline.ruler.before('escape', 'math', (state: StateInline, silent: boolean) => {
    const code = state.src.charCodeAt(state.pos)
    if (code !== 0x24 && code !== 0x5c) return false
    const found = matchMath(state.src, state.pos, delimiters, state.posMax)
    const match = delimiters !== passthrough && found?.tex.includes('`') === true ? undefined : found
    const foreign = match ?? matchForeignMath(state, delimiters)
    if (foreign === undefined) return false
    if (!silent) {
      const token = state.push(match === undefined ? 'verbatim' : 'math_inline', 'math', 0)
      token.markup = foreign.delimiter
      token.content = match === undefined ? state.src.slice(state.pos, foreign.end) : foreign.tex
    }
    state.pos = foreign.end
    return true
  })
}

/** The kit's delimiters on an older page: brackets to its Hugo, a formula as soon as the site moves on, so kept as written. */
function matchForeignMath(state: StateInline, delimiters: MathDelimiters): MathMatch | undefined {
  if (delimiters === passthrough) return undefined
  const match = matchMath(state.src, state.pos, passthrough.slice(2), state.posMax)
  return match !== undefined && /[\\^_={]/.test(match.tex) ? match : undefined
}
