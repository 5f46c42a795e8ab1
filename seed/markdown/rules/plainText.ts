import type {MarkdownIt, StateInline} from './markdownIt.ts'

/** Where an inline rule may begin, or a link's text end; `:` and `!` count only before `/` and `[`. */
const beginnings = new Set(Array.from('\n\\`~*_[]<&$=^', (character) => character.charCodeAt(0)))
const begins = Uint8Array.from({length: 128}, (_, code) => Number(beginnings.has(code)))

/**
 * Text up to the next character with which a rule may begin. markdown-it's own rule stops at nine more, and all rules
 * are tried there in vain. A new rule that begins with another character adds it above.
 */
export function plainText(md: MarkdownIt): void {
  md.inline.ruler.at('text', (state: StateInline, silent: boolean) => {
    const {src, pos, posMax} = state
    let end = pos
    while (end < posMax && !mayBegin(src, end)) end++
    if (end === pos) return false
    if (!silent) state.pending += src.slice(pos, end)
    state.pos = end
    return true
  })
}

function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x3a) return text.charCodeAt(at + 1) === 0x2f
  if (code === 0x21) return text.charCodeAt(at + 1) === 0x5b
  return code < 128 && begins[code] === 1
}
