import type MarkdownIt from 'markdown-it'
import {mathMl, texSource} from './mathMl.ts'
import type {TexMacros} from './texMacros.ts'

const delimiters = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const

export interface Formula {
  tex: string
  display: boolean
  /** Where the text goes on behind it. */
  end: number
}

/** The formula that begins at a place of a text, between the delimiters that the theme's formula engines know. */
export function formulaAt(text: string, start: number): Formula | undefined {
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, start)) continue
    const from = start + open.length
    let at = text.indexOf(close, from)
    while (open.startsWith('$') && at >= 0 && text[at - 1] === '\\') at = text.indexOf(close, at + 1)
    const tex = text.slice(from, Math.max(from, at))
    if (tex.trim() === '' || (open === '$' && !isFormula(tex, text[at + 1]))) return undefined
    return {tex, display: open === '$$' || open.endsWith('['), end: at + close.length}
  }
  return undefined
}

/** A dollar that stands for money begins no formula. */
function isFormula(tex: string, next: string | undefined): boolean {
  return !/^\s|\s$/.test(tex) && !/\d/.test(next ?? '')
}

/**
 * Formulas as code of a language of their own, which a sanitiser lets through; `setFormulas` puts MathML in its place. Not
 * `tex`, of which an author's code may be.
 */
export function formulas(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'formula', (state, silent) => {
    const code = state.src.charCodeAt(state.pos)
    if (code !== 0x24 && code !== 0x5c) return false
    const found = formulaAt(state.src, state.pos)
    if (!found || found.end > state.posMax) return false
    if (!silent) {
      const token = state.push('formula', 'code', 0)
      token.content = found.tex
      token.attrSet('class', found.display ? 'language--formula-display' : 'language--formula')
    }
    state.pos = found.end
    return true
  })
  markdown.renderer.rules['formula'] = (tokens, index) => {
    const token = tokens[index]
    return `<code class="${token?.attrGet('class')}">${markdown.utils.escapeHtml(token?.content ?? '')}</code>`
  }
}

/** Sanitised HTML with MathML for its formulas; TeX with an error stays as its source. */
export function setFormulas(html: string, macros?: TexMacros): string {
  return html.replaceAll(/<code class="language--formula(-display)?">([^<]*)<\/code>/g, (_, display, tex: string) => {
    const result = mathMl(decode(tex), display !== undefined, macros)
    return 'html' in result ? result.html : `<code>${texSource(tex, display !== undefined)}</code>`
  })
}

const entities: Record<string, string> = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&'}

/** The text of escaped HTML. */
export function decode(html: string): string {
  return html.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
}
