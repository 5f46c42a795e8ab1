import type {LakeDocument} from '../../document.ts'
import type {Database} from '../database/openDatabase.ts'
import {indexValuesAt} from '../indexes/indexEntriesOf.ts'
import {among, type Condition, few} from '../tables/condition.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {KeptKeys} from './createKeptKeys.ts'

/** The documents that have no indexed value at a path (missing, null, objects), in `_id` order. */
export interface LackingKeys {
  /**
   * Those that satisfy the condition.
   *
   * @param types The part of the condition that is about types: those that satisfy it are kept, and mostly none or few.
   */
  of(path: string, key: number, condition: Condition, types: Condition): readonly DocumentKey[]
}

export interface LackingKeysOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  kept: KeptKeys
  get(id: string): LakeDocument | undefined
}

/** The documents of one dataset. */
export function createLackingKeys({database, dataset, kept, get}: LackingKeysOptions): LackingKeys {
  const selectAmong = (some: readonly DocumentKey[] | undefined, {sql, parameters}: Condition): DocumentKey[] => {
    const part = among(some)
    return database
      .prepare<DocumentKey>(
        `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND ${part.sql} AND (${sql}) ORDER BY d.id`,
      )
      .all(dataset, ...part.parameters, ...parameters)
  }

  function lacking(path: string, key: number, condition: Condition): readonly DocumentKey[] {
    const {sql, parameters} = condition
    return kept.of(JSON.stringify([condition, key]), (some) => {
      if (some) return selectAmong(some, condition).filter(({id}) => indexValuesAt(get(id), path).length === 0)
      return database
        .prepare<DocumentKey>(
          `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND (${sql})
           AND d.pk NOT IN (SELECT document FROM document_values WHERE path = ?) ORDER BY d.id`,
        )
        .all(dataset, ...parameters, key)
    })
  }

  return {
    of(path, key, condition, types) {
      const possible = lacking(path, key, types)
      if (possible.length === 0 || condition.sql === types.sql) return possible
      return possible.length > few ? lacking(path, key, condition) : selectAmong(possible, condition)
    },
  }
}
