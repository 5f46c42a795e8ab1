import type {Path, PathSegment} from '@sanity/types'

export interface TableSpan {
  _type: string
  _key?: string
  text?: string
  marks?: string[]
}

export interface TableText {
  _type: string
  _key?: string
  style?: string
  markDefs?: unknown[]
  listItem?: string
  children?: TableSpan[]
}

export interface TableCellValue {
  _type: string
  _key?: string
  content?: TableText[]
}

export interface TableRowValue {
  _type: string
  _key?: string
  cells?: TableCellValue[]
}

/** A table as its document holds it; every part may be missing while an editor is at work. */
export interface TableValue {
  header?: boolean
  alignments?: string[]
  rows?: TableRowValue[]
}

/** The rows of a table; an editor at work may have none. */
export const rowsOf = (table: TableValue): TableRowValue[] => table.rows ?? []
/** The cells of a row; an editor at work may have none. */
export const cellsOf = (row: TableRowValue | undefined): TableCellValue[] => row?.cells ?? []

/** Whether a row holds the names of the columns: the first one does unless the table says otherwise, as on the site and in the file. */
export const isHeaderRow = (table: {header?: unknown}, row: number): boolean => row === 0 && table.header !== false

/** Columns of the widest row. */
export const widthOf = (table: TableValue): number => Math.max(0, ...rowsOf(table).map((row) => cellsOf(row).length))

/** The text of a cell, or undefined for one that holds more than a line of plain text: a link, bold, a formula. */
export function plainTextOf(cell: TableCellValue | undefined): string | undefined {
  const [text, ...more] = cell?.content ?? []
  if (text === undefined) return ''
  const isPlain =
    more.length === 0 &&
    text._type === 'block' &&
    (text.style ?? 'normal') === 'normal' &&
    text.listItem === undefined &&
    (text.children ?? []).every((child) => child._type === 'span' && (child.marks ?? []).length === 0)
  const line = (text.children ?? []).map((child) => child.text ?? '').join('')
  return isPlain && !line.includes('\n') ? line : undefined
}

/** The path of a cell within its table. */
export function cellPath(table: TableValue, row: number, column: number): Path {
  const rowValue = rowsOf(table)[row]
  return ['rows', segment(rowValue, row), 'cells', segment(cellsOf(rowValue)[column], column)]
}

/** How Sanity names an item of an array. */
export function segment(item: {_key?: string} | undefined, index: number): PathSegment {
  return item?._key === undefined ? index : {_key: item._key}
}
