import type {MarkdownIt} from './markdownIt.ts'
import {ruleOf} from './ruleOf.ts'

const emptyTitle = /\s(?:""|''|\(\))\s*\)$/

/** `[a](b "")` and `![a](b "")` have a title to Goldmark, an empty one, and none to markdown-it. */
export function emptyTitles(md: MarkdownIt): void {
  for (const name of ['link', 'image'] as const) {
    const rule = ruleOf(md.inline.ruler, name)
    md.inline.ruler.at(name, (state, silent) => {
      const [start, first] = [state.pos, state.tokens.length + Number(state.pending !== '')]
      if (!rule(state, silent)) return false
      if (!silent && emptyTitle.test(state.src.slice(start, state.pos))) state.tokens[first]?.attrPush(['title', ''])
      return true
    })
  }
}
