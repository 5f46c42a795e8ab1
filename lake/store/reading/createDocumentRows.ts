import type {LakeDocument} from '../../document.ts'
import type {Cells, DocumentSource} from '../../query/documentSource.ts'
import {setAt} from '../../query/setAt.ts'
import type {Database} from '../database/openDatabase.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import {isIndexedPath, shapePath} from '../indexes/indexEntriesOf.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {type ColumnTable, createColumnTable, type IndexedValues} from './createColumnTable.ts'
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

/** Bytes of all columns that are kept, about. */
const maxSize = 64 * 1024 * 1024

/** What `indexValue` cut short or moved behind other letters: no longer the value itself. */
const altered = /[\udbc0-\udbff]/

/** A type's table, and the revision that it shows; undefined when its documents were few. */
interface Known {
  table: ColumnTable | undefined
  revision: number
}

/**
 * All documents of a type, or of the dataset, as columns of the value index: SQLite gives a whole column as one text, a hundred times faster than
 * it cuts an attribute out of each document. They are kept and follow the commits. Undefined for few documents.
 */
export function createDocumentRows(options: DocumentRowsOptions): NonNullable<DocumentSource['rows']> {
  const {database, context, recent, revision} = options
  const tables = new Map<string, Known>()

  function keysOf(type: string | undefined): {pks: number[]; ids: string[]; types: string[]} {
    const ofType = type === undefined ? '' : 'AND type = ?'
    const row = database
      .prepare<{pks: string; ids: string; types: string}>(
        `SELECT json_group_array(pk) AS pks, json_group_array(id) AS ids, json_group_array(type) AS types
         FROM (SELECT pk, id, type FROM documents WHERE dataset = ? ${ofType} ORDER BY id)`,
      )
      .get(context.dataset, ...(type === undefined ? [] : [type]))
    const {pks = '[]', ids = '[]', types = '[]'} = row ?? {}
    return {pks: JSON.parse(pks), ids: JSON.parse(ids), types: JSON.parse(types)}
  }

  function valuesAt(path: string): IndexedValues | undefined {
    if (!isIndexedPath(path) || context.pathKey(shapePath(path)) !== undefined) return undefined
    const key = context.pathKey(path)
    if (key === undefined) return {documents: [], values: [], isAltered: () => false, size: 0}
    const row = database
      .prepare<{documents: string; cells: string}>(
        `SELECT json_group_array(document) AS documents,
           json_group_array(CASE typeof(value) WHEN 'blob' THEN json(iif(value = x'01', 'true', 'false')) ELSE value END) AS cells
         FROM document_values WHERE path = ?`,
      )
      .get(key)
    if (row === undefined) return undefined
    const values: unknown[] = JSON.parse(row.cells)
    const isAltered = (index: number): boolean => {
      const value = values[index]
      return typeof value === 'string' && altered.test(value)
    }
    return {
      documents: JSON.parse(row.documents),
      values,
      isAltered: altered.test(row.cells) ? isAltered : () => false,
      size: row.cells.length * 2,
    }
  }

  function create(type: string | undefined): ColumnTable | undefined {
    const keys = keysOf(type)
    if (keys.ids.length < fewest) return undefined
    return createColumnTable({
      keys,
      load: valuesAt,
      read: (some, path) => options.read(some, [path.split('.')[0] ?? '']),
    })
  }

  /** Brings a table to the present. Returns whether that was possible. */
  function follow({table, revision: from}: Known, type: string | undefined): boolean {
    const changed = table && recent.since(from)
    if (!changed) return from === revision()
    for (const key of changed) {
      const document = options.get(key.id)
      table.set(key, type === undefined || document?._type === type ? document : undefined)
    }
    return true
  }

  function tableOf(type: string | undefined, isKnown: boolean): ColumnTable | undefined {
    const name = type ?? ''
    const known = tables.get(name)
    const isThere = known !== undefined && follow(known, type)
    if (isKnown && !isThere) return undefined
    const table = isThere ? known.table : create(type)
    tables.delete(name)
    tables.set(name, {table, revision: revision()})
    bound()
    return table
  }

  /** Forgets the tables that were used longest ago when all together are too large. */
  function bound(): void {
    let total = 0
    for (const [name, {table}] of [...tables].reverse()) {
      total += table?.size() ?? 0
      if (total > maxSize) tables.delete(name)
    }
  }

  /** From the columns when they are all at hand, else from the documents. */
  function* read(
    rows: Iterable<number>,
    table: ColumnTable,
    attributes: readonly string[] | undefined,
  ): Iterable<LakeDocument> {
    if (!attributes?.every((path) => table.has(path))) return yield* options.read(keysAt(rows, table), attributes)
    const columns = attributes.map((path) => [path, table.column(path)] as const)
    for (const row of rows) yield assemble(row, table, columns)
  }

  return (type, known) => {
    const table = tableOf(type, known === 'known')
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
