import type {Narrowing} from '../../query/documentSource.ts'
import type {Database} from '../database/openDatabase.ts'
import {among} from '../tables/condition.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {KeptKeys} from './createKeptKeys.ts'
import {narrowingSql, type NarrowingContext} from './narrowingSql.ts'

/** The keys of the documents that a narrowing leaves, in `_id` order. */
export interface DocumentKeys {
  of(narrowing: Narrowing): readonly DocumentKey[]
  /** The same, remembered: for whole types, which every query that no index helps goes through. */
  kept(narrowing: Narrowing): readonly DocumentKey[]
}

/** The keys in one dataset, which `context` names. */
export function createDocumentKeys(database: Database, context: NarrowingContext, kept: KeptKeys): DocumentKeys {
  function of(narrowing: Narrowing, some?: readonly DocumentKey[]): DocumentKey[] {
    const {sql, parameters, keys} = narrowingSql(narrowing, context)
    if (keys === undefined || some !== undefined) {
      const part = among(some)
      const all = `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND ${part.sql} AND (${sql}) ORDER BY d.id`
      return database.prepare<DocumentKey>(all).all(context.dataset, ...part.parameters, ...parameters)
    }
    const {rest} = keys
    const found = `SELECT DISTINCT d.pk, d.id FROM (${keys.sql}) k CROSS JOIN documents d ON d.pk = k.pk WHERE d.dataset = ? AND (${rest.sql}) ORDER BY d.id`
    return database.prepare<DocumentKey>(found).all(...keys.parameters, context.dataset, ...rest.parameters)
  }

  return {
    of: (narrowing) => of(narrowing),
    kept: (narrowing) => kept.of(JSON.stringify(narrowing), (some) => of(narrowing, some)),
  }
}
