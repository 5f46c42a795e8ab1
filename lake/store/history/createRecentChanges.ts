import type {DocumentKey} from '../tables/documentTable.ts'

/** Which documents the last transactions changed, so that what is kept in memory can follow instead of being read again. */
export interface RecentChanges {
  /** Notes what the transaction of this number changed; numbers only grow. */
  record(revision: number, changed: readonly DocumentKey[]): void
  /** Forgets all: what is kept from before, and at numbers that were rolled back, is to be read again. */
  forget(revision: number): void
  /** Documents that are no longer what they were at a revision, each once, with its last key. Undefined when that is not known any more. */
  since(revision: number): readonly DocumentKey[] | undefined
}

/** More changes than this are not followed one by one. */
const most = 500

/** @param revision the number of the last transaction so far */
export function createRecentChanges(revision: number): RecentChanges {
  let changes: {revision: number; key: DocumentKey}[] = []
  /** Since when `changes` has all. */
  let from = revision

  return {
    record(revision, changed) {
      changes.push(...changed.slice(0, most + 1).map((key) => ({revision, key})))
      const dropped = changes.at(-most - 1)
      if (dropped === undefined) return
      from = dropped.revision
      // Not one by one: each commit would move them all.
      if (changes.length > 2 * most) changes = changes.slice(-most)
    },
    forget(revision) {
      changes = []
      from = revision + 1
    },
    since(revision) {
      if (revision < from) return undefined
      const found = new Map<string, DocumentKey>()
      for (let at = changes.length - 1; at >= 0; at -= 1) {
        const change = changes[at]
        if (change === undefined || change.revision <= revision) break
        if (!found.has(change.key.id)) found.set(change.key.id, change.key)
      }
      return [...found.values()]
    },
  }
}
