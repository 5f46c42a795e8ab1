import type {LakeDocument} from '../../document.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {ColumnTable} from './createColumnTable.ts'

/** The tables of types, kept in memory and in step with the commits. */
export interface KeptTables {
  /**
   * The table of a type, or of all types; undefined when its documents are few. With `known`, also undefined when it would have to be made.
   */
  of(type: string | undefined, known: boolean): ColumnTable | undefined
}

export interface KeptTablesOptions {
  recent: RecentChanges
  /** Number of the last transaction. */
  revision(): number
  get(id: string): LakeDocument | undefined
  /** Undefined when the documents are few. */
  create(type: string | undefined): ColumnTable | undefined
}

/** A type's table, and the revision that it shows. */
interface Kept {
  table: ColumnTable | undefined
  revision: number
}

/** Bytes of all tables that are kept, about. */
const maxSize = 64 * 1024 * 1024

/** No tables at first: each is made when it is first asked for. */
export function createKeptTables({recent, revision, get, create}: KeptTablesOptions): KeptTables {
  const tables = new Map<string, Kept>()

  /** Brings a table to the present. Returns whether that was possible. */
  function follow({table, revision: from}: Kept, type: string | undefined): boolean {
    const changed = table && recent.since(from)
    if (!changed) return from === revision()
    for (const key of changed) {
      const document = get(key.id)
      table.set(key, type === undefined || document?._type === type ? document : undefined)
    }
    return true
  }

  /** Forgets the tables that were used longest ago when all together are too large. */
  function bound(): void {
    let total = 0
    for (const [name, {table}] of [...tables].reverse()) {
      total += table?.size() ?? 0
      if (total > maxSize) tables.delete(name)
    }
  }

  return {
    of(type, known) {
      const name = type ?? ''
      const kept = tables.get(name)
      const isThere = kept !== undefined && follow(kept, type)
      if (known && !isThere) return undefined
      const table = isThere ? kept.table : create(type)
      tables.delete(name)
      tables.set(name, {table, revision: revision()})
      bound()
      return table
    },
  }
}
