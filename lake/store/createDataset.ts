import type {Dataset} from '../dataset.ts'
import type {JsonValue} from '../document.ts'
import type {TransactionReads} from '../mutations/transaction/transactionReads.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {createCommits} from './commits/createCommits.ts'
import type {GroupCommit} from './commits/createGroupCommit.ts'
import {createSubscribers} from './commits/createSubscribers.ts'
import type {Backlog} from './createBacklog.ts'
import {createDatasetStorage, type DatasetStorageOptions} from './createDatasetStorage.ts'
import {mostAtOnce} from './createUpkeep.ts'
import {overlaySource} from './reading/overlaySource.ts'

/** Ids of the documents that a GROQ query selects: for mutations by query. */
export type SelectByQuery = (source: DocumentSource, query: string, params: Record<string, JsonValue>) => string[]

export interface DatasetOptions extends DatasetStorageOptions {
  createId: () => string
  select: SelectByQuery
  /** What `submit` writes together with others, of this dataset and of the others in the database. */
  group: GroupCommit
  /** Resolves when others have been answered. */
  turn: () => Promise<void>
  /** Called after every durable commit, e.g. to plan a checkpoint. */
  onCommit(): void
  /** Told of a listener that threw: the commit stands, the other listeners are still told. */
  onListenerError(error: unknown): void
}

/** A dataset, and what is left to be done in it. */
export interface StoredDataset {
  dataset: Dataset
  backlog: Backlog
}

/**
 * One dataset over the lake's database: decode -> pure apply -> one SQLite transaction -> publish. That transaction holds documents and history, or
 * only what was asked for: then documents and history follow, at the latest when somebody reads them.
 */
export function createDataset(options: DatasetOptions): StoredDataset {
  const {row, clock, createId, group, select, turn, onCommit} = options
  const {strongReferrers, transactions, timestamps, backlog, ...reading} = createDatasetStorage(options)
  const {source, history, idsWithPrefix} = reading
  const subscribers = createSubscribers(options.onListenerError)
  const settle = (): Promise<void> | undefined => backlog.settleInTurns(mostAtOnce, turn)
  const catchUp = (): Promise<void> | undefined => backlog.workInTurns(mostAtOnce, turn)

  const reads: TransactionReads = {
    get: source.get,
    has: source.has,
    idsWithPrefix,
    strongReferrers,
    select: (query, params, changed) =>
      select(changed.size === 0 ? source : overlaySource(source, changed), query, params),
  }
  const {lastState} = history
  const writing = {reads, transactions, timestamps, lastState, clock, createId}
  const commits = createCommits({...writing, group, subscribers, settle, onCommit})

  // What a crash left.
  if (backlog.isPending()) onCommit()
  const {name, epoch} = row
  const {subscribe} = subscribers
  return {dataset: {name, epoch, ...reading, catchUp, get: source.get, ...commits, subscribe}, backlog}
}
