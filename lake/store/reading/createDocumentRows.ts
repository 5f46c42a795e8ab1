import type {LakeDocument} from '../../document.ts'
import type {Cells, DocumentSource} from '../../query/documentSource.ts'
import {setAt} from '../../query/setAt.ts'
import type {Database} from '../database/openDatabase.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {createColumnReader} from './createColumnReader.ts'
import {type ColumnTable, createColumnTable} from './createColumnTable.ts'
import {createKeptTables} from './createKeptTables.ts'
import type {NarrowingContext} from './narrowingSql.ts'

export interface DocumentRowsOptions {
  database: Database
  context: NarrowingContext
  recent: RecentChanges
  revision(): number
  get(id: string): LakeDocument | undefined
  /** Documents by their keys, with these attributes at least. */
  read(keys: Iterable<DocumentKey>, attributes: readonly string[] | undefined): Iterable<LakeDocument>
}

/** Fewer documents than this are as quickly read as their columns. */
const fewest = 256

/**
 * All documents of a type, or of the dataset, as columns of the value index, which are kept and follow the commits. Undefined for few documents.
 */
export function createDocumentRows(options: DocumentRowsOptions): NonNullable<DocumentSource['rows']> {
  const columns = createColumnReader(options.database, options.context)

  function create(type: string | undefined): ColumnTable | undefined {
    const keys = columns.keys(type)
    if (keys.ids.length < fewest) return undefined
    return createColumnTable({
      keys,
      load: columns.values,
      read: (some, path) => options.read(some, [path.split('.')[0] ?? '']),
    })
  }

  const {recent, revision, get} = options
  const tables = createKeptTables({recent, revision, get, create})

  /** From the columns when they are all at hand, else from the documents. */
  function* read(
    rows: Iterable<number>,
    table: ColumnTable,
    attributes: readonly string[] | undefined,
  ): Iterable<LakeDocument> {
    if (!attributes?.every((path) => table.has(path))) return yield* options.read(keysAt(rows, table), attributes)
    const parts = attributes.map((path) => [path, table.column(path)] as const)
    for (const row of rows) yield assemble(row, table, parts)
  }

  return (type, known) => {
    const table = tables.of(type, known === 'known')
    if (table === undefined) return undefined
    const isThere = (path: string): boolean => known === undefined || table.has(path)
    return {
      ids: table.ids,
      isHidden: () => false,
      column: (path) => (isThere(path) ? table.column(path) : undefined),
      texts: (path, spell) => (isThere(path) ? table.texts(path, spell) : undefined),
      sorted: (key) => (isThere(key.path) ? table.sorted(key) : undefined),
      read: (rows, attributes) => read(rows, table, attributes),
    }
  }
}

function* keysAt(rows: Iterable<number>, table: ColumnTable): Generator<DocumentKey> {
  for (const row of rows) {
    const key = table.keyAt(row)
    if (key !== undefined) yield key
  }
}

/** A document of which no more is known than its id, its type and these columns. */
function assemble(
  row: number,
  table: ColumnTable,
  columns: ReadonlyArray<readonly [string, Cells | undefined]>,
): LakeDocument {
  const document: Record<string, unknown> = {_id: table.ids[row], _type: table.column('_type')?.[row]}
  for (const [path, cells] of columns) {
    const value = cells?.[row] ?? null
    if (value !== null) setAt(document, path, value)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document without the attributes that nobody asked for
  return document as LakeDocument
}
