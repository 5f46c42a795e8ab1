import type {Narrowing} from '../query/documentSource.ts'
import type {DocumentKey} from './documentTable.ts'
import {narrowingSql, type NarrowingContext} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'

/** The keys of the documents that a narrowing leaves, in `_id` order. */
export interface DocumentKeys {
  of(narrowing: Narrowing): readonly DocumentKey[]
  /** The same, remembered until the next commit: for whole types, which every query that no index helps goes through. */
  kept(narrowing: Narrowing): readonly DocumentKey[]
}

/** Lists that are remembered, and the longest one: a key takes some 100 bytes. */
const maxLists = 4
const longestList = 200_000

export function createDocumentKeys(
  database: Database,
  context: NarrowingContext,
  revision: () => number,
): DocumentKeys {
  const lists = new Map<string, readonly DocumentKey[]>()
  let listsAt = -1

  function of(narrowing: Narrowing): readonly DocumentKey[] {
    const {sql, parameters, keys} = narrowingSql(narrowing, context)
    if (keys === undefined) {
      const all = `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND (${sql}) ORDER BY d.id`
      return database.prepare<DocumentKey>(all).all(context.dataset, ...parameters)
    }
    const {rest} = keys
    const some = `SELECT DISTINCT d.pk, d.id FROM (${keys.sql}) k CROSS JOIN documents d ON d.pk = k.pk WHERE d.dataset = ? AND (${rest.sql}) ORDER BY d.id`
    return database.prepare<DocumentKey>(some).all(...keys.parameters, context.dataset, ...rest.parameters)
  }

  return {
    of,
    kept(narrowing) {
      if (listsAt !== revision() || lists.size >= maxLists) lists.clear()
      listsAt = revision()
      const name = JSON.stringify(narrowing)
      const known = lists.get(name)
      if (known !== undefined) return known
      const found = of(narrowing)
      if (found.length <= longestList) lists.set(name, found)
      return found
    },
  }
}
