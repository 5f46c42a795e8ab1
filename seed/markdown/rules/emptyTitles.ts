import type {MarkdownIt} from './markdownIt.ts'
import {ruleOf} from './ruleOf.ts'

const emptyTitle = /\s(?:""|''|\(\))\s*\)$/

/** `[a](b "")` has a title to Goldmark, an empty one, and none to markdown-it. */
export function emptyTitles(md: MarkdownIt): void {
  const rule = ruleOf(md.inline.ruler, 'link')
  md.inline.ruler.at('link', (state, silent) => {
    const [start, first] = [state.pos, state.tokens.length + Number(state.pending !== '')]
    if (!rule(state, silent)) return false
    if (!silent && emptyTitle.test(state.src.slice(start, state.pos))) state.tokens[first]?.attrPush(['title', ''])
    return true
  })
}
