import type {Child} from '../inline/types.ts'
import type {Alignment, Table, TableCell, TableRow, TextBlock} from '../types.ts'

/**
 * A table as GFM can say it: the same number of cells and of alignments in each row, one text in each cell, and a first
 * row without text is no header. The table itself when it is one.
 */
export function settleTable(table: Table): Table {
  const columns = Math.max(0, ...table.rows.map(({cells}) => cells.length))
  const rows = table.rows.map((row) => settleRow(row, columns))
  const hasHeader = table.header !== false && rows[0]?.cells.some(({content}) => content.length > 0) === true
  const kept = table.header !== false && !hasHeader ? rows.slice(1) : rows
  const {alignments, ...others} = table
  const aligned = Array.from({length: columns}, (_, index): Alignment => alignments?.[index] ?? 'none')
  const settled = {...others, header: hasHeader, rows: kept}
  return aligned.every((alignment) => alignment === 'none') ? settled : {...settled, alignments: aligned}
}

function settleRow(row: TableRow, columns: number): TableRow {
  const missing = Array.from({length: columns - row.cells.length}, (_, index): TableCell => ({
    _type: 'tableCell',
    _key: `${row._key}${index}`,
    content: [],
  }))
  return {...row, cells: [...row.cells, ...missing].map(settleCell)}
}

/** Several texts are the lines of one. */
function settleCell(cell: TableCell): TableCell {
  const [first, ...others] = cell.content
  if (first === undefined || others.length === 0) return cell
  return {...cell, content: [others.reduce(joinTexts, first)]}
}

function joinTexts(first: TextBlock, second: TextBlock): TextBlock {
  const lineBreak: Child = {_type: 'span', _key: `${first._key}${second._key}`, text: '\n', marks: []}
  const children = [...first.children, lineBreak, ...second.children]
  return {...first, children, markDefs: [...first.markDefs, ...second.markDefs]}
}
