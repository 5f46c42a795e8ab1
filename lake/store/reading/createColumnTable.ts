import type {LakeDocument} from '../../document.ts'
import type {Cells, SortKey} from '../../query/documentSource.ts'
import {valueAt} from '../../query/valueAt.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {createTableColumn, type Spell, type TableColumn} from './createTableColumn.ts'
import {placeInOrder} from './placeInOrder.ts'

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

/** What the value index holds at a path: the documents' keys and their values. */
export interface IndexedValues {
  documents: number[]
  values: unknown[]
  /** Whether the value at this place is not the document's own: cut short, or spelled otherwise. */
  isAltered(index: number): boolean
  /** Bytes of memory, about. */
  size: number
}

/** The documents of a table in `_id` order: their keys, ids and types. */
export interface TableKeys {
  pks: number[]
  ids: string[]
  types: string[]
}

export interface ColumnTableOptions {
  keys: TableKeys
  /** Undefined when some document may have an object or an array at the path, or had one. */
  load(path: string): IndexedValues | undefined
  /** Reads documents whose values at a path were altered. */
  read(keys: DocumentKey[], path: string): Iterable<LakeDocument>
}

/** Of a document's id, key and type, and of the place in a column, in bytes. */
const keySize = 100
const cellSize = 16

/** Longest string in a column, in UTF-16 units; whatever is longer is read from its document where it is needed. */
const longest = 1_000

/** One of so many values may have to be read from its document. */
const few = 4

const itself = (id: string): string => id

/** A table of these documents, without columns at first: each is loaded when it is first asked for. */
export function createColumnTable({keys: {pks, ids, types}, load, read}: ColumnTableOptions): ColumnTable {
  const columns = new Map<string, TableColumn | undefined>()
  columns.set('_type', createTableColumn(types, 0))
  let rows: Map<number, number> | undefined

  const keyAt = (row: number): DocumentKey | undefined => {
    const [pk, id] = [pks[row], ids[row]]
    return pk === undefined || id === undefined ? undefined : {pk, id}
  }

  function loadColumn(path: string): TableColumn | undefined {
    const found = load(path)
    if (found === undefined) return undefined
    rows ??= new Map(pks.map((pk, row) => [pk, row]))
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
    for (const document of read(altered, path)) {
      const cell = cellOf(document, path)
      if (cell === undefined) return undefined
      cells[placeInOrder(document._id, ids, itself)] = cell
    }
    return createTableColumn(cells, cellSize + found.size / Math.max(1, found.documents.length))
  }

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
    if (!columns.has(path)) columns.set(path, loadColumn(path))
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
      const row = placeInOrder(key.id, ids, itself)
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

/** What a document has at a path, null for nothing; undefined for what is no cell. */
function cellOf(document: LakeDocument, path: string): unknown {
  const value = valueAt(document, path) ?? null
  if (typeof value === 'object' && value !== null) return undefined
  return typeof value === 'string' && value.length > longest ? undefined : value
}
