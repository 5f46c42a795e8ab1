import type {CommittedTransaction} from '../../dataset.ts'
import {createHistoryWriter, type StoredChange} from '../history/createHistoryWriter.ts'
import {type ChangeWriterOptions, createChangeWriter} from './createChangeWriter.ts'

/** What a transaction wrote, of each document by its id. */
export type StoredChanges = ReadonlyMap<string, StoredChange>

/** Writes transactions of one dataset into the tables of documents and history; belongs inside a transaction of the database. */
export interface TransactionWriter {
  /** One after the other. Throws a PayloadTooLargeError. */
  write(transactions: readonly CommittedTransaction[]): StoredChanges[]
  /** The same for one that deletes documents together with all that the history holds of them. */
  writePurging(transaction: CommittedTransaction, purged: ReadonlySet<string>): StoredChanges
}

/** The writer of one dataset's transactions. */
export function createTransactionWriter(options: ChangeWriterOptions): TransactionWriter {
  const writeChange = createChangeWriter(options)
  const {record, purge} = createHistoryWriter(options.database, options.dataset)
  function writeAfter(transaction: CommittedTransaction, last: Map<string, StoredChange>): StoredChanges {
    const stored = new Map<string, StoredChange>()
    for (const change of transaction.changes) {
      const written = writeChange(change, last.get(change.id))
      stored.set(change.id, written)
      last.set(change.id, written)
    }
    record(transaction, stored)
    return stored
  }

  return {
    write(transactions) {
      const last = new Map<string, StoredChange>()
      return transactions.map((transaction) => writeAfter(transaction, last))
    },
    writePurging(transaction, purged) {
      const stored = writeAfter(transaction, new Map())
      for (const id of purged) purge(id, transaction.sequence)
      return stored
    },
  }
}
