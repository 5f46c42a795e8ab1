import {type CommittedTransaction, largestRequest, type TransactionHead} from '../../dataset.ts'
import {StorageError} from '../../errors.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import type {PlainChange} from '../../mutations/transaction/createChangedDocuments.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeRequest} from '../documents/decodeRequest.ts'
import {pendingStatements} from '../tables/pendingTable.ts'
import {maxDocumentBytes} from './createChangeWriter.ts'
import {createPendingQueue, type PendingQueue} from './createPendingQueue.ts'
import {withEffects} from './withEffects.ts'

/**
 * Transactions that are durable as they were asked for, and wait to be written into the tables of documents and history. What they made of the
 * documents is in memory; after a crash it is made again from what was asked for.
 */
export interface PendingTransactions extends Omit<PendingQueue, 'add' | 'size' | 'removeThrough'> {
  /** Whether a transaction may wait: it is not too large, and makes no document larger than any may be. */
  fits(changes: readonly PlainChange[], request: Uint8Array): boolean
  /** Makes a transaction durable, with the JSON object that asked for it. */
  add(transaction: CommittedTransaction, request: Uint8Array): void
  /** Takes the rows of those up to a number out of the table: part of the transaction that writes them into others. */
  removeRows(sequence: number): void
  /** Those up to a number have been written. */
  settled(sequence: number): void
  /** Puts those in memory that are in the table, and no others. Throws a StorageError. */
  reload(): void
}

export interface PendingTransactionsOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  /** Bytes of a stored document's JSON, where that is at hand. */
  storedSize(id: string): number | undefined
  /** What mutations make of the documents as they are. */
  replay(mutations: Mutation[], head: TransactionHead): PlainChange[]
}

/** How much longer JSON may become when it is written anew: 1e20 with all its digits. */
const mostGrowth = 6

/** Bytes of what the lake adds to a document, at the most. */
const systemFields = 1024

/** The pending transactions of one dataset; empty until `reload`. */
export function createPendingTransactions(options: PendingTransactionsOptions): PendingTransactions {
  const {database, dataset, storedSize, replay} = options
  const rows = pendingStatements(database)
  const {size, add, removeThrough, ...queue} = createPendingQueue()

  function sizesAfter(changes: readonly PlainChange[], request: Uint8Array): number[] {
    const growth = request.byteLength * mostGrowth + systemFields
    const before = ({id, previous}: PlainChange): number =>
      previous === undefined ? 0 : (size(id) ?? storedSize(id) ?? maxDocumentBytes)
    return changes.map((change) => before(change) + growth)
  }

  function remember(transaction: CommittedTransaction, request: Uint8Array): void {
    add(transaction, request.byteLength, sizesAfter(transaction.changes, request))
  }

  function replayed(request: Uint8Array, head: TransactionHead): PlainChange[] {
    try {
      return replay(decodeRequest(request), head)
    } catch (cause) {
      if (cause instanceof StorageError) throw cause
      const why = cause instanceof Error ? cause.message : String(cause)
      const what = `Transaction "${head.id}", which is not written into the documents yet, cannot be made again: ${why}`
      throw new StorageError('storage_error', `${what}. Start the version of Lectern that accepted it, and end it`, {
        cause,
      })
    }
  }

  return {
    ...queue,
    fits: (changes, request) =>
      request.byteLength <= largestRequest && sizesAfter(changes, request).every((after) => after <= maxDocumentBytes),
    add(transaction, request) {
      const {sequence, id, timestamp, author} = transaction
      rows.insert.run(dataset, sequence, id, timestamp, author, request)
      remember(transaction, request)
    },
    removeRows(sequence) {
      rows.removeThrough.run(dataset, sequence)
    },
    settled: removeThrough,
    reload() {
      removeThrough(Number.POSITIVE_INFINITY)
      for (let row = rows.next.get(dataset, 0); row !== undefined; row = rows.next.get(dataset, row.sequence)) {
        const {request, ...head} = row
        remember({...head, changes: replayed(request, head).map(withEffects)}, request)
      }
    },
  }
}
