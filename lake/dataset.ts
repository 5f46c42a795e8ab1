import type {JsonValue, LakeDocument} from './document.ts'
import type {DocumentSource} from './query/documentSource.ts'
import type {Mutation} from './mutations/mutation.ts'

/** Who asks: the administrator's token, a signed-in person, or nobody. */
export interface Identity {
  /** User id as it appears in history and presence, e.g. `pLocal`; `anonymous` for nobody. */
  id: string
  role: 'anonymous' | 'viewer' | 'editor' | 'administrator'
}

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

/** A transaction as it was made durable: the unit of history and of events. */
export interface CommittedTransaction {
  /** Grows by one with each transaction of the dataset; the SSE event ids are made of it. */
  sequence: number
  id: string
  timestamp: string
  author: string
  changes: DocumentChange[]
}

export interface CommitOptions {
  identity: Identity
  transactionId?: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
}

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument
}

export interface CommitResult {
  transactionId: string
  results: MutationResult[]
}

/** One dataset: the only way in and out of the store for endpoints. Every method is synchronous, as SQLite is. */
export interface Dataset {
  readonly name: string
  readonly source: DocumentSource
  get(id: string): LakeDocument | undefined
  /** All mutations or none, in one SQLite transaction; listeners hear of it after the commit. Throws a MutationError. */
  commit(mutations: Mutation[], options: CommitOptions): CommitResult
  subscribe(listener: (transaction: CommittedTransaction) => void): () => void
}
