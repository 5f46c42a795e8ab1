import type {MarkdownIt, StateBlock, Token} from './markdownIt.ts'
import {ruleOf} from './ruleOf.ts'

const wideSpace = /[^\S \t-\r]/
const edges = /^[ \t-\r]+|[ \t-\r]+$/g

/**
 * Tables as Goldmark reads them (extension/table.go), where they differ from markdown-it's: a row is text of the
 * paragraph that the table was, so it may be indented by four columns and more, or be nothing but a wide space, and only
 * ASCII spaces at the edges of a cell are not of it.
 */
export function tables(md: MarkdownIt): void {
  const rule = ruleOf(md.block.ruler, 'table')
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const first = state.tokens.length
      // Asked of every line of a paragraph: whether it is none is looked for only where one could begin.
      if (!rule(state, startLine, endLine, true)) return false
      if (isDecidedBefore(state, startLine) || hasMoreCells(state, startLine)) return false
      if (silent) return true
      if (!rule(state, startLine, endLine, false)) return false
      if (isIndentedRow(state, state.line, endLine) || isWideLine(state, state.line, endLine)) {
        state.tokens.length = first
        withRowsOutdented(state, startLine, endLine, () => {
          withBars(state, startLine, endLine, () => rule(state, startLine, endLine, false))
        })
      }
      const source = state.src.slice(state.bMarks[startLine], state.eMarks[state.line - 1])
      if (wideSpace.test(source)) keepWideSpaces(state, state.tokens.slice(first))
      return true
    },
    {alt: ['paragraph', 'reference']},
  )
}

/** A paragraph is a table from the line above its first delimiter row on, or none at all. */
function isDecidedBefore(state: StateBlock, startLine: number): boolean {
  if (state.parentType !== 'paragraph') return false
  for (let line = state.line + 1; line <= startLine; line++) if (delimiters(lineText(state, line)) > 0) return true
  return false
}

/** markdown-it takes wide spaces beside the outer bars away, which are cells. */
function hasMoreCells(state: StateBlock, startLine: number): boolean {
  const row = lineText(state, startLine)
  return wideSpace.test(row) && cellsOf(row).length > delimiters(lineText(state, startLine + 1))
}

/** How many columns a delimiter row has; 0 for another line. */
function delimiters(row: string): number {
  const cells = /^[ \t|:-]*-[ \t|:-]*$/.test(row) ? cellsOf(row) : []
  return cells.every((cell) => /^ *:?-+:? *$/.test(cell)) ? cells.length : 0
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

function isIndentedRow(state: StateBlock, line: number, endLine: number): boolean {
  return line < endLine && (state.sCount[line] ?? 0) - state.blkIndent >= 4 && lineText(state, line) !== ''
}

/** Rows that begin with the space before their text, where no rule sees the start of another block. */
function withRowsOutdented(state: StateBlock, startLine: number, endLine: number, read: () => void): void {
  const {sCount, tShift} = state
  ;[state.sCount, state.tShift] = [[...sCount], [...tShift]]
  for (let line = startLine + 2; line < endLine && lineText(state, line) !== ''; line++) {
    if (!isIndentedRow(state, line, endLine)) continue
    state.sCount[line] = state.blkIndent
    state.tShift[line] = (tShift[line] ?? 1) - 1
  }
  read()
  ;[state.sCount, state.tShift] = [sCount, tShift]
}

function isWideLine(state: StateBlock, line: number, endLine: number): boolean {
  const text = line < endLine ? lineText(state, line) : ''
  return text !== '' && text.trim() === ''
}

/** Lines that only look empty begin with a bar, so that they are rows. */
function withBars(state: StateBlock, startLine: number, endLine: number, read: () => void): void {
  const {src} = state
  for (let line = startLine + 2; line < endLine && lineText(state, line) !== ''; line++) {
    if (!isWideLine(state, line, endLine)) continue
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
    state.src = `${state.src.slice(0, start)}|${state.src.slice(start + 1)}`
  }
  read()
  state.src = src
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
