import type {Path} from '@sanity/types'
import {
  cellPath,
  cellsOf,
  plainTextOf,
  rowsOf,
  segment,
  type TableCellValue,
  type TableRowValue,
  type TableText,
  type TableValue,
  widthOf,
} from './tableValue.ts'

/** A change of a table, at a path within it: what Sanity's `set`, `unset` and `insert` take. */
export type TableEdit =
  | {type: 'set'; path: Path; value: unknown}
  | {type: 'unset'; path: Path}
  | {type: 'insert'; path: Path; position: 'before' | 'after'; items: unknown[]}

/** Makes a new `_key`. */
export type CreateKey = () => string

const ALIGNMENT = 'none'

const emptyCell = (createKey: CreateKey): TableCellValue => ({_type: 'tableCell', _key: createKey(), content: []})
const emptyRow = (width: number, createKey: CreateKey): TableRowValue => ({
  _type: 'tableRow',
  _key: createKey(),
  cells: Array.from({length: width}, () => emptyCell(createKey)),
})

/** A new table's rows: two by two, the first one for the names of the columns. */
export function startTable(createKey: CreateKey): TableEdit[] {
  return [{type: 'set', path: ['rows'], value: [emptyRow(2, createKey), emptyRow(2, createKey)]}]
}

/** Writes a line of plain text into a cell that holds nothing else. A row that is too short gets the cells before it. */
export function setCellText(
  table: TableValue,
  at: {row: number; column: number},
  text: string,
  createKey: CreateKey,
): TableEdit[] {
  const {row, column} = at
  const cells = cellsOf(rowsOf(table)[row])
  const cell = cells[column]
  if (plainTextOf(cell) === undefined) return []
  const content = text === '' ? [] : [lineOf(text, cell, createKey)]
  if (cell !== undefined) return [{type: 'set', path: [...cellPath(table, row, column), 'content'], value: content}]
  const padding = Array.from({length: column - cells.length}, () => emptyCell(createKey))
  const value = [...cells, ...padding, {...emptyCell(createKey), content}]
  return [{type: 'set', path: ['rows', segment(rowsOf(table)[row], row), 'cells'], value}]
}

/** Keeps the keys of the line that is there. */
function lineOf(text: string, cell: TableCellValue | undefined, createKey: CreateKey): TableText {
  const [line] = cell?.content ?? []
  const key = line?._key ?? createKey()
  const span = {_type: 'span', _key: line?.children?.[0]?._key ?? createKey(), text, marks: []}
  return {style: 'normal', markDefs: [], ...line, _type: 'block', _key: key, children: [span]}
}

/** Writes cells over those from a place on, row by row; the table grows where they do not fit. */
export function pasteCells(
  table: TableValue,
  {row, column}: {row: number; column: number},
  pasted: ReadonlyArray<ReadonlyArray<TableText[]>>,
  createKey: CreateKey,
): TableEdit[] {
  const rows = rowsOf(table)
  const width = Math.max(widthOf(table), ...pasted.map(({length}) => column + length))
  const fill = (cells: readonly TableCellValue[], texts: readonly TableText[][] = []): TableCellValue[] =>
    Array.from({length: width}, (_, at) => {
      const cell = cells[at] ?? emptyCell(createKey)
      const content = texts[at - column]
      return content === undefined ? cell : {...cell, content}
    })
  const edits = rows.flatMap((old, index): TableEdit[] => {
    const texts = pasted[index - row]
    if (texts === undefined && cellsOf(old).length === width) return []
    return [{type: 'set', path: ['rows', segment(old, index), 'cells'], value: fill(cellsOf(old), texts)}]
  })
  const items = pasted.slice(rows.length - row).map((texts) => ({...emptyRow(0, createKey), cells: fill([], texts)}))
  const last = rows.length - 1
  if (items.length === 0) return edits
  return [...edits, {type: 'insert', path: ['rows', segment(rows[last], last)], position: 'after', items}]
}

/** A new row, empty and as wide as the table, before the row `at` (or behind the last one). */
export function insertRow(table: TableValue, at: number, createKey: CreateKey): TableEdit[] {
  const row = emptyRow(Math.max(1, widthOf(table)), createKey)
  return insertItem(['rows'], rowsOf(table), at, row)
}

/** Takes the row `at` away. */
export function removeRow(table: TableValue, at: number): TableEdit[] {
  return [{type: 'unset', path: ['rows', segment(rowsOf(table)[at], at)]}]
}

/** Puts the row `from` to where the row `to` stands. */
export function moveRow(table: TableValue, from: number, to: number): TableEdit[] {
  const rows = rowsOf(table)
  const [row, target] = [rows[from], rows[to]]
  if (row === undefined || target === undefined || from === to) return []
  return [
    ...removeRow(table, from),
    {
      type: 'insert',
      path: ['rows', segment(target, from < to ? to - 1 : to)],
      position: from < to ? 'after' : 'before',
      items: [row],
    },
  ]
}

/** A new, empty column before the column `at` (or behind the last one). */
export function insertColumn(table: TableValue, at: number, createKey: CreateKey): TableEdit[] {
  const cells = rowsOf(table).map((row, index): TableEdit => {
    const old = cellsOf(row)
    const padding = Array.from({length: Math.max(0, at - old.length)}, () => emptyCell(createKey))
    const value = [...old.slice(0, at), ...padding, emptyCell(createKey), ...old.slice(at)]
    return {type: 'set', path: ['rows', segment(row, index), 'cells'], value}
  })
  return [...cells, ...setAlignments(table, (alignments) => alignments.toSpliced(at, 0, ALIGNMENT))]
}

/** Takes the column `at` away: its cell of every row, and its alignment. */
export function removeColumn(table: TableValue, at: number): TableEdit[] {
  const cells = rowsOf(table).flatMap((row, index): TableEdit[] =>
    cellsOf(row).length > at ? [{type: 'unset', path: cellPath(table, index, at)}] : [],
  )
  return [...cells, ...setAlignments(table, (alignments) => alignments.toSpliced(at, 1))]
}

/** How a column's texts stand; `none` leaves it to the theme. */
export function alignColumn(table: TableValue, at: number, alignment: string): TableEdit[] {
  const padded = Array.from({length: widthOf(table)}, (_, index) => table.alignments?.[index] ?? ALIGNMENT)
  return setAlignments({...table, alignments: padded}, (alignments) => alignments.with(at, alignment))
}

/** A table of which no column is aligned has no alignments. */
function setAlignments(table: TableValue, change: (alignments: string[]) => string[]): TableEdit[] {
  if (table.alignments === undefined) return []
  const value = change(table.alignments)
  return value.every((alignment) => alignment === ALIGNMENT)
    ? [{type: 'unset', path: ['alignments']}]
    : [{type: 'set', path: ['alignments'], value}]
}

function insertItem(path: Path, items: readonly {_key?: string}[], at: number, item: unknown): TableEdit[] {
  const last = items.length - 1
  if (last < 0) return [{type: 'set', path, value: [item]}]
  return at > last
    ? [{type: 'insert', path: [...path, segment(items[last], last)], position: 'after', items: [item]}]
    : [{type: 'insert', path: [...path, segment(items[at], at)], position: 'before', items: [item]}]
}
