import type {MarkdownIt, StateBlock, StateInline} from './markdownIt.ts'

/** Labels of the footnotes that the text defines, collected while its blocks are read. */
export interface FootnoteEnvironment {
  footnotes: Set<string>
}

// A label may have spaces, also at its ends, where they count.
const definition = /^\[\^(?!\s*\])([^\]\n\uFDD0]+)\]:[ \t]*/
const reference = /^\[\^(?!\s*\])([^\]\n\uFDD0]+)\]/

/**
 * Footnotes as Goldmark reads them: `[^label]: text` with a body indented by four spaces, and `[^label]` for a label
 * that is defined. Unlike @mdit/plugin-footnote the definition stays where it is written and `^[…]` is not a footnote.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote', defineFootnote, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.inline.ruler.before('link', 'footnote_reference', referToFootnote)
}

function defineFootnote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const match = definition.exec(state.src.slice(start, state.eMarks[startLine]))
  const label = match?.[1]
  if (match === null || label === undefined) return false
  if (silent) return true
  environmentOf(state).footnotes.add(label)
  const open = state.push('footnote_open', 'footnote', 1)
  open.info = label
  const lines: [number, number] = [startLine, 0]
  open.map = lines
  readFootnoteBody(state, startLine, endLine, start + match[0].length)
  state.push('footnote_close', 'footnote', -1)
  lines[1] = state.line
  return true
}

function readFootnoteBody(state: StateBlock, startLine: number, endLine: number, contentStart: number): void {
  const before = {
    bMark: state.bMarks[startLine] ?? 0,
    tShift: state.tShift[startLine] ?? 0,
    sCount: state.sCount[startLine] ?? 0,
    parentType: state.parentType,
  }
  state.bMarks[startLine] = contentStart
  state.tShift[startLine] = 0
  state.sCount[startLine] = state.blkIndent + 4
  state.blkIndent += 4
  state.parentType = 'reference'
  state.md.block.tokenize(state, startLine, endLine)
  state.blkIndent -= 4
  state.parentType = before.parentType
  state.bMarks[startLine] = before.bMark
  state.tShift[startLine] = before.tShift
  state.sCount[startLine] = before.sCount
}

function referToFootnote(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false
  const match = reference.exec(state.src.slice(state.pos, state.posMax))
  const label = match?.[1]
  if (match === null || label === undefined) return false
  if (!environmentOf(state).footnotes.has(label)) return false
  if (!silent) state.push('footnote_reference', 'sup', 0).content = label
  state.pos += match[0].length
  return true
}

/** markdown-it leaves the environment untyped; ours always comes from parseTokens. */
function environmentOf(state: {env: unknown}): FootnoteEnvironment {
  const {env} = state
  if (typeof env === 'object' && env !== null && 'footnotes' in env && env.footnotes instanceof Set) {
    return {footnotes: env.footnotes}
  }
  throw new Error('parseTokens gives the parser a set of footnotes')
}
