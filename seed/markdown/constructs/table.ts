import {fromBlock} from '../inline/fromBlock.ts'
import {printObject} from '../inline/printObject.ts'
import {printPieces} from '../inline/printPieces.ts'
import {readChildren} from '../inline/readChildren.ts'
import type {Child} from '../inline/types.ts'
import {createKeyMaker, firstKey, type Identity} from '../keys.ts'
import type {Printing} from '../printing.ts'
import type {Reader, Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import type {Alignment, Table, TableCell, TableRow, TextBlock} from '../types.ts'

/** A GFM table. A header of empty cells is no header. */
export const readTable: Reader = (node, reading) => {
  const rows: Token[][] = []
  const alignments: Alignment[] = []
  for (const token of node.tokens) {
    if (token.type === 'tr_open') rows.push([])
    else if (token.type === 'th_open') alignments.push(alignmentOf(token))
    else if (token.type === 'inline') rows.at(-1)?.push(token)
  }
  const cells = rows.map((row) => readCells(row, reading))
  if (cells.includes(undefined)) return {refused: 'table cell with a bar in more than text'}
  const complete = cells.filter((row) => row !== undefined)
  const header = complete[0]?.some(({content}) => content.length > 0) === true
  const kept = header ? complete : complete.slice(1)
  const rowKey = createKeyMaker()
  const block: Table = {
    _type: 'table',
    _key: '',
    header,
    ...(alignments.every((alignment) => alignment === 'none') ? {} : {alignments}),
    rows: kept.map((row): TableRow => ({_type: 'tableRow', _key: rowKey({shape: '', items: row}), cells: row})),
  }
  if (kept.length === 0) return {refused: 'empty table'}
  return [{block, identity: tableIdentity(block), lines: node.lines}]
}

function alignmentOf(token: Token): Alignment {
  const style = token.attrGet('style') ?? ''
  if (style.endsWith('left')) return 'left'
  if (style.endsWith('center')) return 'center'
  return style.endsWith('right') ? 'right' : 'none'
}

/** The cells of a row; nothing when an object in one has a bar, which not everybody reads the same when escaped. */
function readCells(row: readonly Token[], reading: Reading): TableCell[] | undefined {
  const key = createKeyMaker()
  const cells: TableCell[] = []
  for (const inline of row) {
    const {block, identity} = readChildren(inline.children ?? [], reading, {style: 'normal'}, 'cell')
    if (block.children.some(hasBar)) return undefined
    const isEmpty = block.children.every((child) => child._type === 'span' && child.text === '')
    block._key = firstKey(identity)
    cells.push({_type: 'tableCell', _key: key(isEmpty ? '' : block._key), content: isEmpty ? [] : [block]})
  }
  return cells
}

function hasBar(child: Child): boolean {
  return child._type !== 'span' && printObject(child).includes('|')
}

function tableIdentity({alignments, header, rows}: Table): Identity {
  return {shape: `table ${String(header)} ${alignments?.join(' ') ?? ''} `, items: rows}
}

export function printTable(table: Table, printing: Printing): string {
  const rows = table.rows.map((row) => row.cells.map((cell) => printCell(cell.content, printing)))
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const [first, ...others] = table.header === false ? [[], ...rows] : rows
  const delimiters = Array.from({length: columns}, (_, index) => delimiterRow[table.alignments?.[index] ?? 'none'])
  return [first ?? [], delimiters, ...others].map((row) => printRow(row, columns)).join('\n')
}

const delimiterRow: Readonly<Record<Alignment, string>> = {left: ':---', center: ':---:', right: '---:', none: '---'}

function printRow(cells: readonly string[], columns: number): string {
  const padded = Array.from({length: columns}, (_, index) => cells[index] ?? '')
  return `|${padded.map((cell) => (cell === '' ? '  ' : ` ${cell} `)).join('|')}|`
}

function printCell(content: readonly TextBlock[], printing: Printing): string {
  return content.map((block) => printPieces(fromBlock(block), {...printing, place: 'cell'})).join('<br>')
}
