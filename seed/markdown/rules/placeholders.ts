import type {MarkdownIt, StateInline} from './markdownIt.ts'

/** A backslash before a shortcode is a backslash: Hugo's own placeholder begins with a letter. */
export function placeholders(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'placeholder', (state: StateInline, silent: boolean) => {
    if (state.src.charCodeAt(state.pos) !== 0x5c || state.src.charCodeAt(state.pos + 1) !== 0xfdd0) return false
    if (!silent) state.pending += '\\'
    state.pos++
    return true
  })
}
