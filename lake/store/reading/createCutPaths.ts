import type {LakeDocument} from '../../document.ts'
import type {Database} from '../database/openDatabase.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import {indexValuesAt} from '../indexes/indexEntriesOf.ts'
import {cutMark} from '../indexes/indexValue.ts'

export interface CutPathsOptions {
  database: Database
  recent: RecentChanges
  /** Number of the last transaction. */
  revision(): number
  get(id: string): LakeDocument | undefined
}

/**
 * Tells whether the index of values lacks the end of some value at a path, and with it the order. What it found is kept and follows the commits.
 *
 * @returns of a path and its key
 */
export function createCutPaths({database, recent, revision, get}: CutPathsOptions) {
  const cut = database.prepare<{found: number}>(
    `SELECT 1 AS found FROM document_values WHERE path = ? AND value LIKE '%' || ? LIMIT 1`,
  )
  /** When no value at a path was cut short. */
  const wholeAt = new Map<string, number>()

  function hasCutValue(id: string, path: string): boolean {
    return indexValuesAt(get(id), path).some((value) => typeof value === 'string' && value.endsWith(cutMark))
  }

  return (path: string, key: number): boolean => {
    const known = wholeAt.get(path)
    if (known === revision()) return false
    const changed = known === undefined ? undefined : recent.since(known)
    const isCut = changed ? changed.some(({id}) => hasCutValue(id, path)) : cut.get(key, cutMark) !== undefined
    if (isCut) wholeAt.delete(path)
    else wholeAt.set(path, revision())
    return isCut
  }
}
