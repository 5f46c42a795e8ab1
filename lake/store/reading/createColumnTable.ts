import type {LakeDocument} from '../../document.ts'
import type {Cells, SortKey} from '../../query/documentSource.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {TableKeys} from './createColumnReader.ts'
import {createTableColumn, type Spell, type TableColumn} from './createTableColumn.ts'
import {cellOf, type ColumnSource, loadColumn} from './loadColumn.ts'
import {placeOfId} from './placeInOrder.ts'

/** Documents in `_id` order with some of their attributes as columns, which follow the documents' changes. */
export interface ColumnTable {
  readonly ids: readonly string[]
  keyAt(row: number): DocumentKey | undefined
  /** See `DocumentRows`. */
  column(path: string): Cells | undefined
  /** Whether a column is in memory. */
  has(path: string): boolean
  /** See `DocumentRows`. */
  texts(path: string, spell: Spell): readonly string[] | undefined
  /** See `DocumentRows`. */
  sorted(key: SortKey): readonly number[] | undefined
  /** What a document now is; undefined when it is gone, or of another type. */
  set(key: DocumentKey, document: LakeDocument | undefined): void
  /** Bytes of memory, about. */
  size(): number
}

export interface ColumnTableOptions extends ColumnSource {
  keys: TableKeys
}

/** Of a document's id, key and type, and of the place in a column, in bytes. */
const keySize = 100

/** A table of these documents, without columns at first: each is loaded when it is first asked for. */
export function createColumnTable({keys: {pks, ids, types}, ...source}: ColumnTableOptions): ColumnTable {
  const columns = new Map<string, TableColumn | undefined>()
  columns.set('_type', createTableColumn(types, 0))
  /** The row of each document, by its key, until rows come or go. */
  let rows: Map<number, number> | undefined

  const keyAt = (row: number): DocumentKey | undefined => {
    const [pk, id] = [pks[row], ids[row]]
    return pk === undefined || id === undefined ? undefined : {pk, id}
  }

  const byKey = (): ReadonlyMap<number, number> => (rows ??= new Map(pks.map((pk, row) => [pk, row])))

  const known = (): TableColumn[] => [...columns.values()].filter((column) => column !== undefined)

  function remove(row: number): void {
    for (const list of [pks, ids]) list.splice(row, 1)
    for (const column of known()) column.remove(row)
    rows = undefined
  }

  function insert(row: number, {pk, id}: DocumentKey): void {
    pks.splice(row, 0, pk)
    ids.splice(row, 0, id)
    for (const column of known()) column.insert(row)
    rows = undefined
  }

  function column(path: string): TableColumn | undefined {
    if (!columns.has(path)) columns.set(path, loadColumn(path, {ids, keyAt, byKey}, source))
    return columns.get(path)
  }

  return {
    ids,
    keyAt,
    column: (path) => (path === '_id' ? ids : column(path)?.cells),
    has: (path) => path === '_id' || columns.get(path) !== undefined,
    texts: (path, spell) => (path === '_id' ? undefined : column(path)?.texts(spell)),
    sorted: ({path, direction}) => (path === '_id' ? undefined : column(path)?.sorted(direction)),
    set(key, document) {
      const row = placeOfId(key.id, ids)
      const isKnown = ids[row] === key.id
      if (document === undefined) return isKnown ? remove(row) : undefined
      if (!isKnown) insert(row, key)
      else if (pks[row] !== key.pk) {
        pks[row] = key.pk
        rows = undefined
      }
      for (const [path, column] of columns) {
        const cell = cellOf(document, path)
        if (cell === undefined) columns.set(path, undefined)
        else column?.set(row, cell)
      }
    },
    size: () =>
      [...columns.values()].reduce((sum, column) => sum + (column?.perRow() ?? 0) * ids.length, keySize * ids.length),
  }
}
