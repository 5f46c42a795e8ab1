import type {LakeDocument} from '../../document.ts'
import {valueAt} from '../../query/valueAt.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {IndexedValues} from './createColumnReader.ts'
import {createTableColumn, type TableColumn} from './createTableColumn.ts'
import {placeOfId} from './placeInOrder.ts'

/** Where the values of columns come from. */
export interface ColumnSource {
  /** Undefined when some document may have an object or an array at the path, or had one. */
  load(path: string): IndexedValues | undefined
  /** Reads documents whose values at a path were altered. */
  read(keys: DocumentKey[], path: string): Iterable<LakeDocument>
}

/** The rows of the table that a column is for. */
export interface ColumnRows {
  readonly ids: readonly string[]
  keyAt(row: number): DocumentKey | undefined
  /** The row of each document, by its key. */
  byKey(): ReadonlyMap<number, number>
}

/** Of a cell, in bytes. */
const cellSize = 16

/** Longest string in a column, in UTF-16 units; whatever is longer is read from its document where it is needed. */
const longest = 1_000

/** One of so many values may have to be read from its document. */
const few = 4

/** The column of a path; undefined when not every document has a cell there, or too many would have to be read for theirs. */
export function loadColumn(
  path: string,
  {ids, keyAt, byKey}: ColumnRows,
  source: ColumnSource,
): TableColumn | undefined {
  const found = source.load(path)
  if (found === undefined) return undefined
  const rows = byKey()
  const cells = Array.from<unknown>({length: ids.length}).fill(null)
  const altered: DocumentKey[] = []
  for (const [index, document] of found.documents.entries()) {
    const row = rows.get(document)
    if (row === undefined) continue
    cells[row] = found.values[index]
    const key = found.isAltered(index) ? keyAt(row) : undefined
    if (key !== undefined) altered.push(key)
  }
  if (altered.length * few > ids.length) return undefined
  for (const document of source.read(altered, path)) {
    const cell = cellOf(document, path)
    if (cell === undefined) return undefined
    cells[placeOfId(document._id, ids)] = cell
  }
  return createTableColumn(cells, cellSize + found.size / Math.max(1, found.documents.length))
}

/** What a document has at a path, null for nothing; undefined for what is no cell. */
export function cellOf(document: LakeDocument, path: string): unknown {
  const value = valueAt(document, path) ?? null
  if (typeof value === 'object' && value !== null) return undefined
  return typeof value === 'string' && value.length > longest ? undefined : value
}
