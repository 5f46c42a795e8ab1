import type {Database} from '../database/openDatabase.ts'
import {type Condition, few} from '../tables/condition.ts'

/** Whether an index leaves so few documents that reading and sorting them is quicker than walking along the order to meet them. */
export function leavesFew(database: Database, {keys}: Condition): boolean {
  if (keys === undefined) return false
  if (keys.areFew !== undefined) return keys.areFew
  const count = `SELECT count(*) AS count FROM (SELECT 1 FROM (${keys.sql}) LIMIT ${few})`
  return (database.prepare<{count: number}>(count).get(...keys.parameters)?.count ?? 0) < few
}
