import type {CommitOptions, CommitResult, CommittedTransaction, Dataset, DocumentChange, History} from '../dataset.ts'
import type {JsonValue, LakeDocument} from '../document.ts'
import {MutationError, StorageError} from '../errors.ts'
import type {Action, ActionDraft} from '../mutations/actions/action.ts'
import {applyAction} from '../mutations/actions/actionHandlers.ts'
import {
  atIndex,
  createTransaction,
  type PlainChange,
  type TransactionDraft,
  type TransactionOptions,
  type TransactionReads,
} from '../mutations/createTransaction.ts'
import {encodeMendoza} from '../mutations/mendozaEncoder.ts'
import type {Mutation} from '../mutations/mutation.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {createChangeWriter} from './createChangeWriter.ts'
import {createDocumentCache} from './documentCache.ts'
import {createPartialDocuments} from './partialDocuments.ts'
import {createDocumentSource} from './createDocumentSource.ts'
import {createHistory, type HistoryBody} from './createHistory.ts'
import {createIndexer} from './createIndexer.ts'
import {createSubscribers} from './createSubscribers.ts'
import {createTimestamps} from './createTimestamps.ts'
import type {TextIndexer} from './createTextIndexer.ts'
import {datasetStatements, type DatasetRow} from './datasetTable.ts'
import {decodeText} from './decodeDocument.ts'
import {documentStatements} from './documentTable.ts'
import {historyStatements} from './historyTable.ts'
import type {Database} from './openDatabase.ts'
import {overlaySource} from './overlaySource.ts'
import {referenceStatements} from './referenceIndex.ts'

/** Ids of the documents that a GROQ query selects: for mutations by query. */
export type SelectByQuery = (source: DocumentSource, query: string, params: Record<string, JsonValue>) => string[]

export interface DatasetOptions {
  database: Database
  row: DatasetRow
  text: TextIndexer
  clock: () => Date
  createId: () => string
  select: SelectByQuery
  /** Bytes of JSON whose parsed documents are kept in memory. */
  cacheSize: number
  /** Called after every durable commit, e.g. to plan a checkpoint. */
  onCommit(): void
  /** Told of a listener that threw: the commit stands, the other listeners are still told. */
  onListenerError(error: unknown): void
}

/** One dataset over the lake's database: decode -> pure apply -> one SQLite transaction -> publish. */
export function createDataset(options: DatasetOptions): Dataset {
  const {database, row, clock} = options
  const dataset = row.pk
  const documents = documentStatements(database)
  const datasets = datasetStatements(database)
  const references = referenceStatements(database)
  const cache = createDocumentCache(options.cacheSize)
  const parts = createPartialDocuments(database, options.cacheSize)
  const indexer = createIndexer(database, dataset, options.text)
  const writeChange = createChangeWriter({database, dataset, indexer})
  const history = createHistory(database, dataset)
  const subscribers = createSubscribers(options.onListenerError)
  let sequence = row.sequence
  const timestamps = createTimestamps(clock, historyStatements(database).lastTransaction.get(dataset)?.timestamp ?? '')

  const source = createDocumentSource({
    database,
    cache,
    parts,
    narrowing: {dataset, pathKey: indexer.pathKey, textMatches: options.text.matches},
    revision: () => sequence,
  })

  const idsWithPrefix = (prefix: string) =>
    documents.idsBetween.all(dataset, prefix, `${prefix}\u{10FFFF}`).map((found) => found.id)

  const reads: TransactionReads = {
    get: source.get,
    idsWithPrefix,
    select: (query, params, changed) =>
      options.select(changed.size === 0 ? source : overlaySource(source, changed), query, params),
    strongReferrers: (id) => references.strongReferrers.all(dataset, id).map((found) => found.id),
  }

  function store(plain: PlainChange[], transactionId: string, author: string, at: string): CommittedTransaction {
    const changes = plain.map(withEffects)
    const transaction: CommittedTransaction = {
      sequence: sequence + 1,
      id: transactionId,
      timestamp: at,
      author,
      changes,
    }
    const bodies = new Map<string, HistoryBody>()
    try {
      database.transaction(() => {
        checkTransactionId(transactionId, history)
        for (const change of changes) writeChange(change, bodies)
        history.record(transaction, bodies)
        datasets.setSequence.run(transaction.sequence, dataset)
      })
    } catch (error) {
      indexer.reload()
      throw error
    }
    sequence = transaction.sequence
    timestamps.recorded(at)
    for (const {id, next} of changes) {
      parts.forget(id)
      if (next === undefined) cache.delete(id)
      else cache.set(next, bodies.get(id)?.body?.byteLength ?? 0)
    }
    return transaction
  }

  function complete(draft: TransactionDraft, commit: CommitOptions, type: 'mutationError' | 'actionError'): void {
    const changes = draft.finish(type)
    if (commit.dryRun === true) return
    const transaction = store(changes, draft.transactionId, commit.identity.id, draft.timestamp)
    options.onCommit()
    subscribers.publish(transaction)
  }

  return {
    name: row.name,
    epoch: row.epoch,
    source,
    history,
    idsWithPrefix,
    get: source.get,
    bytes: (id) => documents.byId.get(dataset, id)?.body,
    text(id) {
      const found = documents.byId.get(dataset, id)
      return found === undefined ? undefined : decodeText(found.body)
    },
    commit(mutations: Mutation[], commit: CommitOptions): CommitResult {
      const draft = createTransaction(reads, transactionOptions(commit, options, timestamps.next()))
      const results = mutations.flatMap((mutation, index) =>
        atIndex(index, 'mutationError', () => draft.apply(mutation, index)),
      )
      complete(draft, commit, 'mutationError')
      return {transactionId: draft.transactionId, results}
    },
    commitActions(actions: Action[], commit: CommitOptions): CommitResult {
      const draft = createTransaction(reads, transactionOptions(commit, options, timestamps.next()))
      for (const [index, action] of actions.entries()) {
        atIndex(index, 'actionError', () =>
          applyAction(action, actionDraft(draft, index, history, commit.dryRun === true)),
        )
      }
      complete(draft, commit, 'actionError')
      return {transactionId: draft.transactionId, results: []}
    },
    subscribe: subscribers.subscribe,
  }
}

function checkTransactionId(id: string, history: History): void {
  if (history.transactionById(id) === undefined) return
  const description = `The transaction ID "${id}" is already in use`
  throw new MutationError([{index: 0, error: {type: 'transactionIDAlreadyInUseError', id, description}}])
}

function transactionOptions(commit: CommitOptions, {createId}: DatasetOptions, timestamp: string): TransactionOptions {
  return {
    transactionId: commit.transactionId ?? createId(),
    timestamp,
    createId,
    ...(commit.autoGenerateArrayKeys === true ? {createKey: () => toKey(createId())} : {}),
  }
}

/** What an action may read and do inside a transaction that is being made. */
function actionDraft(draft: TransactionDraft, index: number, {lastState}: History, isDryRun: boolean): ActionDraft {
  return {
    get: draft.get,
    lastState,
    idsWithPrefix: draft.idsWithPrefix,
    mutate: (mutation) => void draft.apply(mutation, index),
    createKey: () => toKey(draft.createId()),
    timestamp: draft.timestamp,
    isDryRun,
  }
}

function withEffects(change: PlainChange): DocumentChange {
  const previous = withoutRev(change.previous)
  const next = withoutRev(change.next)
  return {...change, effects: {apply: encodeMendoza(previous, next), revert: encodeMendoza(next, previous)}}
}

function withoutRev(document: LakeDocument | undefined): JsonValue {
  if (document === undefined) return null
  const {_rev: _, ...content} = document
  return content
}

/** Twelve characters of an id, as long as the Studio's own keys. */
function toKey(id: string): string {
  const letters = id.replaceAll('-', '')
  if (letters === '') throw new StorageError('storage_error', 'createId returned no letters')
  return letters.slice(-12)
}
