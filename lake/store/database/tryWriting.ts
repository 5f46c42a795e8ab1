import type {Database} from './openDatabase.ts'
import {takesNoMore} from './takesNoMore.ts'

/**
 * Does work that only makes answers quicker; returns false when the disk takes no more. Throws every other error, and that one, too, inside of a
 * transaction: it may be gone, and must not go on as if it were not.
 */
export function tryWriting(database: Pick<Database, 'isInTransaction'>, work: () => unknown): boolean {
  const isInner = database.isInTransaction()
  try {
    work()
    return true
  } catch (error) {
    if (!isInner && takesNoMore(error)) return false
    throw error
  }
}
