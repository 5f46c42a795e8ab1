import type {CommittedTransaction, DocumentChange, Transition} from '../../dataset.ts'
import type {Database} from '../database/openDatabase.ts'
import {historyStatements, snapshotInterval} from '../tables/historyTable.ts'
import {textStatements} from '../tables/textIndex.ts'
import {bareDeletion, encodeChange} from './changeContent.ts'

/** Writes a dataset's history. */
export interface HistoryWriter {
  /** Part of the commit, after the documents themselves. */
  record(transaction: CommittedTransaction, stored: ReadonlyMap<string, StoredChange>): void
  /** Part of the commit, too: leaves of a document only that the transaction of this number deleted it. */
  purge(id: string, sequence: number): void
}

/** What history needs to know of a changed document beside the change. */
export interface StoredChange {
  /** Its key in the table of documents, where it is or was. */
  document: number
  /** The JSON that was stored; undefined when it was deleted. */
  body: Uint8Array | undefined
  /** Its changes since the history last held it whole, this one counted. */
  sinceSnapshot: number
  /** The same after this change, with which the history may hold it whole: what its row says. */
  changes: number
}

/** @param dataset Its key in the table of datasets. */
export function createHistoryWriter(database: Database, dataset: number): HistoryWriter {
  const statements = historyStatements(database)

  /** Returns the row's key: those of one transaction follow each other. */
  function insertChange(change: DocumentChange, sequence: number, stored: StoredChange | undefined): number {
    const {document = 0, body, sinceSnapshot = 0} = stored ?? {}
    const {operation, effects, mutations} = encodeChange(change)
    const transition = transitionOf(change)
    const isWhole = transition === 'update' && sinceSnapshot >= snapshotInterval
    return statements.insertChange.run(
      dataset,
      document,
      change.id,
      sequence,
      transition,
      change.previous?._rev ?? null,
      (change.next ?? change.previous)?._type ?? '',
      operation,
      isWhole && body !== undefined ? body : null,
      effects,
      mutations,
    ).lastInsertRowid
  }

  return {
    record(transaction, stored) {
      const {sequence, id, timestamp, author} = transaction
      const rows = transaction.changes.map((change) => insertChange(change, sequence, stored.get(change.id)))
      statements.insertTransaction.run(dataset, sequence, id, timestamp, author, rows[0] ?? null, rows.at(-1) ?? null)
    },
    purge(id, sequence) {
      const {effects, mutations} = bareDeletion(id)
      statements.removeChangesBefore.run(dataset, id, sequence)
      statements.emptyChange.run(effects, mutations, dataset, id, sequence)
      textStatements(database).stepBack.run()
    },
  }
}

function transitionOf({previous, next}: DocumentChange): Transition {
  if (previous === undefined) return 'appear'
  return next === undefined ? 'disappear' : 'update'
}
