import type {CommittedTransaction, DocumentChange, TransactionHead} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import {encodeMendoza} from '../../mutations/encodeMendoza.ts'
import type {PlainChange} from '../../mutations/transaction/createChangedDocuments.ts'
import {withoutRev} from '../../mutations/withoutRev.ts'
import type {Database} from '../database/openDatabase.ts'
import type {DocumentCache} from '../documents/createDocumentCache.ts'
import type {PartialDocuments} from '../documents/createPartialDocuments.ts'
import {createHistoryWriter, type StoredChange} from '../history/createHistoryWriter.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {IndexFollower} from '../indexes/createIndexFollower.ts'
import type {DatasetRow} from '../tables/datasetTable.ts'
import {historyStatements} from '../tables/historyTable.ts'
import {createChangeWriter} from './createChangeWriter.ts'
import type {Timestamps} from './createTimestamps.ts'

/** Writes the transactions of one dataset and keeps what is in memory in step with them. */
export interface TransactionStore {
  /** Number of the last transaction. */
  sequence(): number
  /** Documents and history in one SQLite transaction; the indexes follow. The transaction's id must not be taken. */
  write(
    changes: PlainChange[],
    head: Omit<TransactionHead, 'sequence'>,
    /** Ids of documents that the transaction deletes together with all that the history holds of them. */
    purged: ReadonlySet<string>,
  ): CommittedTransaction
  /** Goes back to what the database holds, after transactions that were written have been rolled back. */
  forget(): void
}

export interface TransactionStoreOptions {
  database: Database
  row: DatasetRow
  follower: IndexFollower
  timestamps: Timestamps
  cache: DocumentCache
  parts: PartialDocuments
  recent: RecentChanges
}

/** A transaction of more documents than this is an import: it does not push out what is used. */
const many = 16

/** The transactions of the dataset that `row` is of. */
export function createTransactionStore(options: TransactionStoreOptions): TransactionStore {
  const {database, row, follower, timestamps, cache, parts, recent} = options
  const dataset = row.pk
  const {lastTransaction} = historyStatements(database)
  const writeChange = createChangeWriter({database, dataset, cache})
  const history = createHistoryWriter(database, dataset)
  const lastSequence = (): number => lastTransaction.get(dataset)?.sequence ?? 0
  let sequence = lastSequence()
  // Numbers of transactions that were rolled back are not given again: what was read at them may be kept somewhere.
  let abandoned = 0

  function remember(changes: DocumentChange[], stored: ReadonlyMap<string, StoredChange>): void {
    recent.record(
      sequence,
      changes.map(({id}) => ({id, pk: stored.get(id)?.document ?? 0})),
    )
    for (const {id, previous, next} of changes) {
      parts.forget(id)
      const {document = 0, body, changes: count = 0} = stored.get(id) ?? {}
      follower.note(document, previous)
      if (next === undefined) cache.delete(id)
      else cache.set(next, {pk: document, size: body?.byteLength ?? 0, changes: count}, changes.length > many)
    }
  }

  return {
    sequence: () => sequence,
    write(plain, head, purged) {
      const changes = plain.map(withEffects)
      const transaction: CommittedTransaction = {sequence: Math.max(sequence, abandoned) + 1, ...head, changes}
      const stored = new Map<string, StoredChange>()
      // What is purged is no longer in the history, from which the indexes could be made right after a crash.
      if (purged.size > 0) follower.followAll()
      database.transaction(() => {
        for (const change of changes) stored.set(change.id, writeChange(change))
        history.record(transaction, stored)
        for (const id of purged) history.purge(id, transaction.sequence)
      })
      sequence = transaction.sequence
      timestamps.recorded(head.timestamp)
      remember(changes, stored)
      return transaction
    },
    forget() {
      abandoned = Math.max(sequence, abandoned)
      sequence = lastSequence()
      cache.clear()
      parts.clear()
      recent.forget(abandoned)
      follower.forget()
    },
  }
}

/** Those of a creation are not stored, and so made for listeners alone. */
function withEffects(change: PlainChange): DocumentChange {
  let effects: DocumentChange['effects'] | undefined
  return {
    ...change,
    get effects() {
      return (effects ??= effectsBetween(change.previous, change.next))
    },
  }
}

function effectsBetween(before: LakeDocument | undefined, after: LakeDocument | undefined): DocumentChange['effects'] {
  const previous = before === undefined ? null : withoutRev(before)
  const next = after === undefined ? null : withoutRev(after)
  return {apply: encodeMendoza(previous, next), revert: encodeMendoza(next, previous)}
}
