import type {LakeDocument} from '../document.ts'
import type {DocumentRows} from '../query/documentSource.ts'
import type {DocumentKey} from './documentTable.ts'
import {isIndexedPath, shapePath} from './indexEntriesOf.ts'
import type {NarrowingContext} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'

export interface DocumentRowsOptions {
  database: Database
  context: NarrowingContext
  revision(): number
  /** Documents by their keys, with these attributes at least. */
  read(keys: Iterable<DocumentKey>, attributes: readonly string[] | undefined): Iterable<LakeDocument>
}

/** Fewer documents than this are as quickly read as their columns. */
const fewest = 256

/** Cells that are kept in memory, of some 50 bytes each. */
const maxCells = 2_000_000

/** What `indexValue` cut short or moved behind other letters: no longer the value itself. */
const altered = /[\udbc0-\udbff]/

type Cells = readonly unknown[]

/**
 * All documents of a type, or of the dataset, as columns of the value index: SQLite gives a whole column as one text, a hundred times faster than
 * it cuts an attribute out of each document. They are kept until the next commit. Undefined for few documents.
 */
export function createDocumentRows(options: DocumentRowsOptions): (type?: string) => DocumentRows | undefined {
  const {database, context, revision} = options
  const tables = new Map<string, DocumentRows | undefined>()
  let tablesAt = -1
  let cells = 0

  function spend(count: number): void {
    cells += count
    if (cells <= maxCells) return
    tables.clear()
    cells = count
  }

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

  function columnOf(path: string, positions: ReadonlyMap<number, number>): Cells | undefined {
    if (!isIndexedPath(path) || context.pathKey(shapePath(path)) !== undefined) return undefined
    const column = Array.from<unknown>({length: positions.size}).fill(null)
    const key = context.pathKey(path)
    if (key === undefined) return column
    const row = database
      .prepare<{documents: string; cells: string}>(
        `SELECT json_group_array(document) AS documents,
           json_group_array(CASE typeof(value) WHEN 'blob' THEN json(iif(value = x'01', 'true', 'false')) ELSE value END) AS cells
         FROM document_values WHERE path = ?`,
      )
      .get(key)
    if (row === undefined || altered.test(row.cells)) return undefined
    const documents: number[] = JSON.parse(row.documents)
    const values: unknown[] = JSON.parse(row.cells)
    for (const [index, document] of documents.entries()) {
      const position = positions.get(document)
      if (position !== undefined) column[position] = values[index]
    }
    return column
  }

  function load(type: string | undefined): DocumentRows | undefined {
    const {pks, ids, types} = keysOf(type)
    if (ids.length < fewest) return undefined
    spend(ids.length * 2)
    const positions = new Map(pks.map((pk, position) => [pk, position]))
    const columns = new Map<string, Cells | undefined>([
      ['_id', ids],
      ['_type', types],
    ])
    return {
      ids,
      isHidden: () => false,
      column(path) {
        if (columns.has(path)) return columns.get(path)
        const column = columnOf(path, positions)
        columns.set(path, column)
        spend(column?.length ?? 0)
        return column
      },
      read: (rows, attributes) => options.read(keysAt(rows, pks, ids), attributes),
    }
  }

  return (type) => {
    if (tablesAt !== revision()) {
      tables.clear()
      cells = 0
    }
    tablesAt = revision()
    const name = type ?? ''
    if (!tables.has(name)) tables.set(name, load(type))
    return tables.get(name)
  }
}

function* keysAt(rows: Iterable<number>, pks: readonly number[], ids: readonly string[]): Generator<DocumentKey> {
  for (const row of rows) {
    const [pk, id] = [pks[row], ids[row]]
    if (pk !== undefined && id !== undefined) yield {pk, id}
  }
}
