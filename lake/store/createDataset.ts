import type {Dataset} from '../dataset.ts'
import type {JsonValue} from '../document.ts'
import type {TransactionReads} from '../mutations/transaction/transactionReads.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {createCommits} from './commits/createCommits.ts'
import type {GroupCommit} from './commits/createGroupCommit.ts'
import {createSubscribers} from './commits/createSubscribers.ts'
import {createTimestamps} from './commits/createTimestamps.ts'
import {createTransactionStore} from './commits/createTransactionStore.ts'
import type {Database} from './database/openDatabase.ts'
import {createDocumentCache} from './documents/createDocumentCache.ts'
import {createPartialDocuments} from './documents/createPartialDocuments.ts'
import {decodeText} from './documents/decodeDocument.ts'
import {createHistory} from './history/createHistory.ts'
import {createRecentChanges} from './history/createRecentChanges.ts'
import {createIndexer} from './indexes/createIndexer.ts'
import {createIndexFollower, type IndexFollower} from './indexes/createIndexFollower.ts'
import {mostAtOnce} from './indexes/createIndexing.ts'
import type {TextIndex} from './indexes/createTextIndex.ts'
import {createDocumentSource} from './reading/createDocumentSource.ts'
import {followedSource} from './reading/followedSource.ts'
import {overlaySource} from './reading/overlaySource.ts'
import {afterPrefix} from './tables/afterPrefix.ts'
import type {DatasetRow} from './tables/datasetTable.ts'
import {documentStatements} from './tables/documentTable.ts'
import {historyStatements} from './tables/historyTable.ts'
import {referenceStatements} from './tables/referenceIndex.ts'

/** Ids of the documents that a GROQ query selects: for mutations by query. */
export type SelectByQuery = (source: DocumentSource, query: string, params: Record<string, JsonValue>) => string[]

export interface DatasetOptions {
  database: Database
  row: DatasetRow
  text: TextIndex
  clock: () => Date
  createId: () => string
  select: SelectByQuery
  /** What `submit` writes together with others, of this dataset and of the others in the database. */
  group: GroupCommit
  /** Resolves when others have been answered. */
  turn: () => Promise<void>
  /** Bytes of JSON whose parsed documents are kept in memory. */
  cacheSize: number
  /** Called after every durable commit, e.g. to plan a checkpoint. */
  onCommit(): void
  /** Told of a listener that threw: the commit stands, the other listeners are still told. */
  onListenerError(error: unknown): void
}

/** Bytes of documents' attributes that are kept in memory by themselves: what queries that look at all documents go through. */
const partsSize = 48 * 1024 * 1024

/** A dataset, and what brings its indexes up to its documents. */
export interface StoredDataset {
  dataset: Dataset
  follower: IndexFollower
}

/** One dataset over the lake's database: decode -> pure apply -> one SQLite transaction -> publish. */
export function createDataset(options: DatasetOptions): StoredDataset {
  const {database, row, clock} = options
  const dataset = row.pk
  const documents = documentStatements(database)
  const references = referenceStatements(database)
  const cache = createDocumentCache(options.cacheSize)
  const parts = createPartialDocuments(database, partsSize)
  const indexer = createIndexer(database, dataset)
  const history = createHistory(database, dataset)
  const subscribers = createSubscribers(options.onListenerError)

  const last = historyStatements(database).lastTransaction.get(dataset)
  const timestamps = createTimestamps(clock, last?.timestamp ?? '')
  const recent = createRecentChanges(last?.sequence ?? 0)
  const sequence = (): number => transactions.sequence()
  const follower = createIndexFollower({database, dataset, indexer, cache, sequence})

  const unfollowed = createDocumentSource({
    database,
    cache,
    parts,
    recent,
    counted: options.text.counted,
    narrowing: {dataset, pathKey: indexer.pathKey, textMatches: options.text.matches},
    revision: sequence,
  })
  const source = followedSource(unfollowed, follower.follow)

  const transactions = createTransactionStore({database, row, follower, timestamps, cache, parts, recent})

  const idsWithPrefix = (prefix: string) =>
    documents.idsBetween.all(dataset, prefix, afterPrefix(prefix)).map((found) => found.id)

  const reads: TransactionReads = {
    get: source.get,
    has: source.has,
    idsWithPrefix,
    select: (query, params, changed) =>
      options.select(changed.size === 0 ? source : overlaySource(source, changed), query, params),
    strongReferrers(id) {
      follower.followAll()
      return references.strongReferrers.all(dataset, id).map((found) => found.id)
    },
  }

  const commits = createCommits({
    reads,
    transactions,
    timestamps,
    history,
    clock,
    createId: options.createId,
    group: options.group,
    subscribers,
    onCommit: () => options.onCommit(),
  })

  const stored: Dataset = {
    name: row.name,
    epoch: row.epoch,
    source,
    catchUp: () => (follower.waiting() > mostAtOnce ? follower.followInTurns(mostAtOnce, options.turn) : undefined),
    history,
    idsWithPrefix,
    get: source.get,
    bytes: (id) => documents.byId.get(dataset, id)?.body,
    text(id) {
      const found = documents.byId.get(dataset, id)
      return found === undefined ? undefined : decodeText(found.body)
    },
    ...commits,
    subscribe: subscribers.subscribe,
  }
  return {dataset: stored, follower}
}
