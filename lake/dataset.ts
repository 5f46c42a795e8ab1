import type {JsonValue, LakeDocument} from './document.ts'
import type {Action} from './mutations/actions/action.ts'
import type {Mutation} from './mutations/mutation.ts'
import type {DocumentSource} from './query/documentSource.ts'

/** Who asks: the administrator's token, a signed-in person, or nobody. */
export interface Identity {
  /** User id as it appears in history and presence, e.g. `pLocal`; `anonymous` for nobody. */
  id: string
  role: 'anonymous' | 'viewer' | 'editor' | 'administrator'
}

/** What a transaction did to a document: made it, changed it, or deleted it. */
export type Transition = 'appear' | 'update' | 'disappear'

/** One document's change inside a committed transaction. */
export interface DocumentChange {
  id: string
  previous: LakeDocument | undefined
  next: LakeDocument | undefined
  /** The mutations of this document which, applied by @sanity/mutator to `previous`, give `next`. */
  mutations: Mutation[]
  /** Mendoza patches between the two, both computed without `_rev`. */
  effects: {apply: JsonValue[]; revert: JsonValue[]}
}

/** A transaction without what it changed. */
export interface TransactionHead {
  /** Grows by one with each transaction of the dataset; the SSE event ids are made of it. */
  sequence: number
  id: string
  timestamp: string
  author: string
}

/** A transaction as it was made durable: the unit of history and of events. */
export interface CommittedTransaction extends TransactionHead {
  changes: DocumentChange[]
}

export interface CommitOptions {
  identity: Identity
  transactionId?: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /**
   * The JSON object of whose `mutations` these are, as UTF-8 bytes. With one of up to `largestRequest` bytes a commit can be made durable at once, and
   * documents and history be written when nobody waits.
   */
  request?: Uint8Array
}

/** Bytes of a request that is worth keeping: what a larger one asks for is written at once. */
export const largestRequest = 1024 * 1024

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument
}

export interface CommitResult {
  transactionId: string
  results: MutationResult[]
}

/** What a transaction did to one document, without the content. */
export interface RecordedChange {
  id: string
  type: string
  transition: Transition
  previousRev: string | undefined
}

/** Which changes of a document are wanted: the first `limit` from one end. */
export interface SequenceRange {
  after: number
  before: number
  limit: number
  newestFirst: boolean
  isTurn?: boolean
}

/** The past of a dataset. Sequence numbers are inclusive upper and exclusive lower bounds. */
export interface History {
  transactionById(id: string): TransactionHead | undefined
  transactionAt(sequence: number): TransactionHead | undefined
  /** The last transaction at or before the ISO instant. */
  transactionAtTime(time: string): TransactionHead | undefined
  transactionsAfter(sequence: number, limit: number): TransactionHead[]
  /** Number of the last transaction, 0 if there is none. */
  lastSequence(): number
  changesIn(sequence: number): DocumentChange[]
  recordedChangesIn(sequence: number): RecordedChange[]
  effectsIn(sequence: number): Pick<DocumentChange, 'id' | 'effects' | 'mutations'>[]
  /**
   * Numbers of the transactions that changed a document, without reading what they did. `isTurn` leaves out those that found it there and left
   * it there.
   */
  sequencesOf(id: string, range: SequenceRange): number[]
  /** Changes of one document, newest first. */
  changesOf(id: string, range: {after: number; before: number; limit: number}): (RecordedChange & {sequence: number})[]
  /** The document as it was right after that transaction, whichever documents the transaction touched. */
  stateAt(id: string, sequence: number): LakeDocument | undefined
  /** The document as it last was: for deleted documents the state before the deletion. */
  lastState(id: string): LakeDocument | undefined
  /** Ids with the prefix of all documents that exist or ever did, in order. */
  idsWithPrefix(prefix: string): string[]
}

/** One dataset: the only way in and out of the store for endpoints. Synchronous, as SQLite is, but for commits that share a write. */
export interface Dataset {
  readonly name: string
  /** Random and made with the dataset: tells the event ids of a wiped and recreated dataset apart. */
  readonly epoch: string
  readonly source: DocumentSource
  /**
   * To be awaited before a query, and before the history is read: after an import of many thousands of documents what is pending would be written, and the
   * indexes be brought up to it, in one go. Undefined when there is nothing to wait for.
   */
  catchUp(): Promise<void> | undefined
  readonly history: History
  get(id: string): LakeDocument | undefined
  /** The document's JSON as stored, for answers that pass it on untouched. */
  bytes(id: string): Uint8Array | undefined
  text(id: string): string | undefined
  /** Ids that begin with the prefix, in order. */
  idsWithPrefix(prefix: string): string[]
  /** All mutations or none, in one SQLite transaction; listeners hear of it after the commit. Throws a MutationError. */
  commit(mutations: Mutation[], options: CommitOptions): CommitResult
  /** The same for actions. Throws a MutationError of type `actionError`. */
  commitActions(actions: Action[], options: CommitOptions): CommitResult
  /**
   * As `commit`, together with what else is submitted in the same turn of the event loop: one write to the disk for all,
   * each all or nothing by itself. Resolves when it is durable. Rejects with a MutationError.
   */
  submit(mutations: Mutation[], options: CommitOptions): Promise<CommitResult>
  /** The same for actions. Rejects with a MutationError of type `actionError`. */
  submitActions(actions: Action[], options: CommitOptions): Promise<CommitResult>
  subscribe(listener: (transaction: CommittedTransaction) => void): () => void
}
