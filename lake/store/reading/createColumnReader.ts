import type {Database} from '../database/openDatabase.ts'
import {isIndexedPath, shapePath} from '../indexes/indexEntriesOf.ts'
import type {NarrowingContext} from './narrowingSql.ts'

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

/** Reads whole columns: SQLite gives one as one text, a hundred times faster than it cuts an attribute out of each document. */
export interface ColumnReader {
  /** All documents of a type, or of all types, in `_id` order. */
  keys(type: string | undefined): TableKeys
  /** What the value index holds at a path. Undefined when some document may have an object or an array there, or had one. */
  values(path: string): IndexedValues | undefined
}

/** What `indexValue` cut short or moved behind other letters: no longer the value itself. */
const altered = /[\udbc0-\udbff]/

/** The columns of one dataset, which `context` names. */
export function createColumnReader(database: Database, context: NarrowingContext): ColumnReader {
  return {
    keys(type) {
      const ofType = type === undefined ? '' : 'AND type = ?'
      const row = database
        .prepare<{pks: string; ids: string; types: string}>(
          `SELECT json_group_array(pk) AS pks, json_group_array(id) AS ids, json_group_array(type) AS types
           FROM (SELECT pk, id, type FROM documents WHERE dataset = ? ${ofType} ORDER BY id)`,
        )
        .get(context.dataset, ...(type === undefined ? [] : [type]))
      const {pks = '[]', ids = '[]', types = '[]'} = row ?? {}
      return {pks: JSON.parse(pks), ids: JSON.parse(ids), types: JSON.parse(types)}
    },
    values(path) {
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
      return row && toIndexedValues(row.documents, row.cells)
    },
  }
}

/** Both are arrays as JSON, of equal length. */
function toIndexedValues(documents: string, cells: string): IndexedValues {
  const values: unknown[] = JSON.parse(cells)
  const isAltered = (index: number): boolean => {
    const value = values[index]
    return typeof value === 'string' && altered.test(value)
  }
  return {
    documents: JSON.parse(documents),
    values,
    isAltered: altered.test(cells) ? isAltered : () => false,
    size: cells.length * 2,
  }
}
