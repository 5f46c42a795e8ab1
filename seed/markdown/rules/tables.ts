import {ruleOf} from './ruleOf.ts'
import type {MarkdownIt, StateBlock, Token} from './markdownIt.ts'

/** What begins no other block, so that it is a row of the table above even when it is indented like code. */
const rowStart = /^(?:[^-+*#>`~<=_:[\d]|\d+(?![.)\d]))/
const wideSpace = /[^\S \t-\r]/
const edges = /^[ \t-\r]+|[ \t-\r]+$/g

/**
 * Tables as Goldmark reads them (extension/table.go), where they differ from markdown-it's: a row is text of the
 * paragraph that the table was, so it may be indented by four columns and more, and only ASCII spaces at the edges of
 * a cell are not of it.
 */
export function tables(md: MarkdownIt): void {
  const rule = ruleOf(md.block.ruler, 'table')
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const first = state.tokens.length
      if (!rule(state, startLine, endLine, silent)) return false
      if (silent) return true
      if (isIndentedRow(state, state.line, endLine)) {
        state.tokens.length = first
        withRowsOutdented(state, startLine, endLine, () => rule(state, startLine, endLine, false))
      }
      const source = state.src.slice(state.bMarks[startLine], state.eMarks[state.line - 1])
      if (wideSpace.test(source)) keepWideSpaces(state, state.tokens.slice(first))
      return true
    },
    {alt: ['paragraph', 'reference']},
  )
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

function isIndentedRow(state: StateBlock, line: number, endLine: number): boolean {
  return line < endLine && (state.sCount[line] ?? 0) - state.blkIndent >= 4 && rowStart.test(lineText(state, line))
}

function withRowsOutdented(state: StateBlock, startLine: number, endLine: number, read: () => void): void {
  const before = [...state.sCount]
  for (let line = startLine + 2; line < endLine && lineText(state, line) !== ''; line++)
    if (isIndentedRow(state, line, endLine)) state.sCount[line] = state.blkIndent
  read()
  state.sCount = before
}

/** The texts of cells anew, of rows that have other spaces than markdown-it was meant to take away. */
function keepWideSpaces(state: StateBlock, tokens: readonly Token[]): void {
  let cells: string[] = []
  for (const token of tokens) {
    if (token.type === 'tr_open' && token.map !== null) cells = cellsOf(lineText(state, token.map[0]))
    if (token.type === 'inline') token.content = (cells.shift() ?? '').replace(edges, '')
  }
}

/** The cells of a row: what stands between bars that are not escaped. */
function cellsOf(row: string): string[] {
  const cells = row
    .replace(edges, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|'))
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '') cells.pop()
  return cells
}
