import type {CommittedTransaction} from '../../dataset.ts'
import type {DocumentCache} from '../documents/createDocumentCache.ts'
import type {PartialDocuments} from '../documents/createPartialDocuments.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {IndexFollower} from '../indexes/createIndexFollower.ts'
import type {StoredChanges} from './createTransactionWriter.ts'

/** What is kept in memory of a dataset's tables, in step with them. */
export interface DatasetMemory {
  /** A transaction is in the tables. */
  remember(transaction: CommittedTransaction, stored: StoredChanges | undefined): void
  /** Transactions up to that number may have been rolled back. */
  forget(sequence: number): void
}

export interface DatasetMemoryOptions {
  cache: DocumentCache
  parts: PartialDocuments
  recent: RecentChanges
  follower: IndexFollower
}

/** A transaction of more documents than this is an import: it does not push out what is used. */
const many = 16

/** The memory of one dataset. */
export function createDatasetMemory({cache, parts, recent, follower}: DatasetMemoryOptions): DatasetMemory {
  return {
    remember({sequence, changes}, stored) {
      recent.record(
        sequence,
        changes.map(({id}) => ({id, pk: stored?.get(id)?.document ?? 0})),
      )
      for (const {id, previous, next} of changes) {
        parts.forget(id)
        const {document = 0, body, changes: count = 0} = stored?.get(id) ?? {}
        follower.note(document, previous)
        if (next === undefined) cache.delete(id)
        else cache.set(next, {pk: document, size: body?.byteLength ?? 0, changes: count}, changes.length > many)
      }
    },
    forget(sequence) {
      cache.clear()
      parts.clear()
      recent.forget(sequence)
      follower.forget()
    },
  }
}
