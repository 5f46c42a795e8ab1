import type {History} from '../dataset.ts'
import {replayMutations} from '../mutations/transaction/replayMutations.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {createPendingTransactions} from './commits/createPendingTransactions.ts'
import {createTimestamps, type Timestamps} from './commits/createTimestamps.ts'
import {createTransactionStore, type TransactionStore} from './commits/createTransactionStore.ts'
import {type Backlog, createBacklog} from './createBacklog.ts'
import type {Database} from './database/openDatabase.ts'
import {createDocumentCache} from './documents/createDocumentCache.ts'
import {createPartialDocuments} from './documents/createPartialDocuments.ts'
import {createHistory} from './history/createHistory.ts'
import {createRecentChanges} from './history/createRecentChanges.ts'
import {settledHistory} from './history/settledHistory.ts'
import {createIndexer} from './indexes/createIndexer.ts'
import {createIndexFollower} from './indexes/createIndexFollower.ts'
import type {TextIndex} from './indexes/createTextIndex.ts'
import {createDocumentSource} from './reading/createDocumentSource.ts'
import {createTableReads, type TableReads} from './reading/createTableReads.ts'
import {followedSource} from './reading/followedSource.ts'
import {pendingSource} from './reading/pendingSource.ts'
import type {DatasetRow} from './tables/datasetTable.ts'
import {historyStatements} from './tables/historyTable.ts'

export interface DatasetStorageOptions {
  database: Database
  row: DatasetRow
  text: TextIndex
  clock: () => Date
  /** Bytes of JSON whose parsed documents are kept in memory. */
  cacheSize: number
  /** Called after pending transactions have been written into documents and history, unless that is part of a commit. */
  onSettle(): void
}

/** What is stored of one dataset: its reads, its transactions, and what is left to be done. */
export interface DatasetStorage extends TableReads {
  readonly source: Required<DocumentSource>
  readonly history: History
  readonly transactions: TransactionStore
  readonly timestamps: Timestamps
  readonly backlog: Backlog
}

/** Bytes of documents' attributes that are kept in memory by themselves: what queries that look at all documents go through. */
const partsSize = 48 * 1024 * 1024

/** The tables of one dataset, what is kept in memory of them, and what is pending. */
export function createDatasetStorage(options: DatasetStorageOptions): DatasetStorage {
  const {database, row, text, clock, onSettle} = options
  const dataset = row.pk
  const cache = createDocumentCache(options.cacheSize)
  const parts = createPartialDocuments(database, partsSize)
  const indexer = createIndexer(database, dataset)

  const last = historyStatements(database).lastTransaction.get(dataset)
  const timestamps = createTimestamps(clock, last?.timestamp ?? '')
  const recent = createRecentChanges(last?.sequence ?? 0)
  const revision = (): number => transactions.settledSequence()
  const follower = createIndexFollower({database, dataset, indexer, cache, sequence: revision})

  const pending = createPendingTransactions({
    database,
    dataset,
    storedSize: (id) => cache.row(id)?.size,
    replay: (mutations, {id, timestamp}) => replayMutations(source, mutations, {transactionId: id, timestamp}),
  })
  const narrowing = {dataset, pathKey: indexer.pathKey, textMatches: text.matches}
  const stored = createDocumentSource({database, cache, parts, recent, counted: text.counted, narrowing, revision})
  const source = pendingSource(followedSource(stored, follower.follow), {
    revision: () => transactions.sequence(),
    pending: pending.get,
    documents: pending.documents,
    settle: () => backlog.settle(),
  })

  const memory = {cache, parts, recent, follower}
  const transactions = createTransactionStore({database, dataset, ...memory, timestamps, pending, onSettle})
  const {settle} = transactions
  const backlog = createBacklog({database, pending, transactions, follower})
  return {
    source,
    ...createTableReads({database, dataset, pending, settle, index: follower.followAll}),
    history: settledHistory(createHistory(database, dataset), settle),
    transactions,
    timestamps,
    backlog,
  }
}
