import type {CommittedTransaction, TransactionHead} from '../../dataset.ts'
import type {PlainChange} from '../../mutations/transaction/createChangedDocuments.ts'
import type {Database} from '../database/openDatabase.ts'
import {historyStatements} from '../tables/historyTable.ts'
import {createDatasetMemory, type DatasetMemoryOptions} from './createDatasetMemory.ts'
import type {PendingTransactions} from './createPendingTransactions.ts'
import type {Timestamps} from './createTimestamps.ts'
import {createTransactionWriter, type StoredChanges} from './createTransactionWriter.ts'
import {withEffects} from './withEffects.ts'

/** Makes the transactions of one dataset durable and keeps what is in memory in step with them. */
export interface TransactionStore {
  /** Number of the last transaction. */
  sequence(): number
  /** Number of the last transaction that is in the tables of documents and history. */
  settledSequence(): number
  /** Whether a transaction has this id. */
  hasTransaction(id: string): boolean
  /**
   * Documents and history in one SQLite transaction; the indexes follow. The transaction's id must not be taken. What is pending is settled before,
   * as it comes before it in the history.
   */
  write(changes: PlainChange[], head: NewHead, purged: ReadonlySet<string>): CommittedTransaction
  /**
   * Makes a transaction durable with `request` alone, the JSON object that asked for it: documents and history follow when commits pause or somebody
   * reads them, a fourth of the work now. Its mutations must be replayable. Undefined when it is too large to wait.
   */
  accept(changes: PlainChange[], head: NewHead, request: Uint8Array): CommittedTransaction | undefined
  /** Writes pending transactions, of at least `changes` changes if there are so many, into documents and history; returns whether any is left. */
  settleSome(changes: number): boolean
  /** Writes them all. Throws a StorageError. */
  settle(): void
  /** Goes back to what the database holds, after transactions that were written have been rolled back. */
  forget(): void
}

/** A transaction that has no number yet. */
export type NewHead = Omit<TransactionHead, 'sequence'>

export interface TransactionStoreOptions extends DatasetMemoryOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  timestamps: Timestamps
  pending: PendingTransactions
  /** Called when pending transactions have been settled, unless a transaction of the database is open: then with its commit. */
  onSettle(): void
}

/** Changes that are settled in one go: a tenth of a second, and little memory. */
const settledAtOnce = 500

/** The transactions of one dataset, with those that are pending in the database. */
export function createTransactionStore(options: TransactionStoreOptions): TransactionStore {
  const {database, dataset, timestamps, cache, follower, pending} = options
  const {lastTransaction, transactionById} = historyStatements(database)
  const writer = createTransactionWriter({database, dataset, cache})
  const memory = createDatasetMemory(options)
  let settled = 0
  let sequence = 0
  // Numbers of transactions that were rolled back are not given again: what was read at them may be kept somewhere.
  let abandoned = 0

  function load(): void {
    settled = lastTransaction.get(dataset)?.sequence ?? 0
    pending.reload()
    const last = pending.last()
    sequence = last?.sequence ?? settled
    if (last !== undefined) timestamps.recorded(last.timestamp)
  }

  function next(plain: PlainChange[], head: NewHead): CommittedTransaction {
    return {sequence: Math.max(sequence, abandoned) + 1, ...head, changes: plain.map(withEffects)}
  }

  function recorded(transaction: CommittedTransaction): CommittedTransaction {
    sequence = transaction.sequence
    timestamps.recorded(transaction.timestamp)
    return transaction
  }

  function remember(transaction: CommittedTransaction, stored: StoredChanges | undefined): void {
    memory.remember(transaction, stored)
    settled = transaction.sequence
  }

  function settleSome(wanted: number): boolean {
    const transactions = pending.first(wanted)
    const last = transactions.at(-1)
    if (last === undefined) return false
    const stored = database.deriving(() => {
      pending.removeRows(last.sequence)
      return writer.write(transactions)
    })
    for (const [at, transaction] of transactions.entries()) remember(transaction, stored[at])
    pending.settled(last.sequence)
    if (!database.isInTransaction()) options.onSettle()
    return pending.waiting() > 0
  }

  function settle(): void {
    while (settleSome(settledAtOnce)) continue
  }

  load()
  return {
    sequence: () => sequence,
    settledSequence: () => settled,
    hasTransaction: (id) => pending.hasTransaction(id) || transactionById.get(dataset, id) !== undefined,
    write(plain, head, purged) {
      settle()
      const transaction = next(plain, head)
      // What is purged is no longer in the history, from which the indexes could be made right after a crash.
      if (purged.size > 0) follower.followAll()
      const stored = database.transaction(() => writer.writePurging(transaction, purged))
      remember(transaction, stored)
      return recorded(transaction)
    },
    accept(plain, head, request) {
      if (!pending.fits(plain, request)) return undefined
      if (pending.isFull()) settleSome(settledAtOnce)
      const transaction = next(plain, head)
      pending.add(transaction, request)
      return recorded(transaction)
    },
    settleSome,
    settle,
    forget() {
      abandoned = Math.max(sequence, abandoned)
      memory.forget(abandoned)
      load()
    },
  }
}
