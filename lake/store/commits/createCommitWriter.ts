import type {CommitOptions, CommitResult, CommittedTransaction, History, MutationResult} from '../../dataset.ts'
import {MutationError, PayloadTooLargeError, StorageError} from '../../errors.ts'
import type {Action, ActionDraft} from '../../mutations/actions/action.ts'
import {applyAction} from '../../mutations/actions/actionHandlers.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import {atIndex} from '../../mutations/transaction/atIndex.ts'
import {
  createTransaction,
  type TransactionDraft,
  type TransactionOptions,
} from '../../mutations/transaction/createTransaction.ts'
import type {TransactionReads} from '../../mutations/transaction/transactionReads.ts'
import type {Timestamps} from './createTimestamps.ts'
import type {TransactionStore} from './createTransactionStore.ts'

/** A commit that was applied and, unless it was a dry run, written. */
export interface Written {
  result: CommitResult
  transaction: CommittedTransaction | undefined
}

/** Applies what a commit asks for to the documents, and writes it unless it is a dry run. Throws a MutationError. */
export interface CommitWriter {
  mutations(mutations: Mutation[], commit: CommitOptions): Written
  actions(actions: Action[], commit: CommitOptions): Written
}

export interface CommitWriterOptions {
  reads: TransactionReads
  transactions: TransactionStore
  timestamps: Timestamps
  history: History
  clock: () => Date
  createId: () => string
}

/** The writer of one dataset's commits. */
export function createCommitWriter(options: CommitWriterOptions): CommitWriter {
  const {reads, transactions, timestamps, history, clock, createId} = options

  /** An empty transaction, and what throws when it has taken too long. */
  function begin(commit: CommitOptions): {draft: TransactionDraft; checkTime: () => void} {
    const checkTime = timeLimit(clock)
    const draft = createTransaction(reads, transactionOptions(commit, createId, timestamps.next(), checkTime))
    return {draft, checkTime}
  }

  function complete(
    draft: TransactionDraft,
    results: MutationResult[],
    {dryRun, identity, transactionId: given}: CommitOptions,
    type: MutationError['type'],
    purged: ReadonlySet<string> = new Set(),
  ): Written {
    const {transactionId, timestamp} = draft
    const changes = draft.finish(type)
    const head = {id: transactionId, timestamp, author: identity.id}
    if (dryRun === true) return {result: {transactionId, results}, transaction: undefined}
    if (given !== undefined) checkTransactionId(given, history, type)
    const transaction = transactions.write(changes, head, purged)
    return {result: {transactionId, results}, transaction}
  }

  function writeMutations(mutations: Mutation[], commit: CommitOptions): Written {
    const {draft, checkTime} = begin(commit)
    const results = mutations.flatMap((mutation, index) => {
      checkTime()
      return atIndex(index, 'mutationError', () => draft.apply(mutation, index))
    })
    return complete(draft, results, commit, 'mutationError')
  }

  function writeActions(actions: Action[], commit: CommitOptions): Written {
    const {draft, checkTime} = begin(commit)
    const purged = new Set<string>()
    const {lastState} = history
    for (const [index, action] of actions.entries()) {
      checkTime()
      const options = {index, lastState, purged, isDryRun: commit.dryRun === true}
      atIndex(index, 'actionError', () => applyAction(action, actionDraft(draft, options)))
    }
    return complete(draft, [], commit, 'actionError', purged)
  }

  return {mutations: writeMutations, actions: writeActions}
}

const longestTransaction = 30_000

/** A transaction is applied in one go: thousands of patches of one large document would hold everybody else up for minutes. */
function timeLimit(clock: () => Date): () => void {
  const end = clock().getTime() + longestTransaction
  return () => {
    if (clock().getTime() <= end) return
    throw new PayloadTooLargeError(`The transaction takes longer than ${longestTransaction} ms: send it in parts`)
  }
}

function transactionOptions(
  commit: CommitOptions,
  createId: () => string,
  timestamp: string,
  checkTime: () => void,
): TransactionOptions {
  return {
    transactionId: commit.transactionId ?? createId(),
    timestamp,
    createId,
    checkTime,
    ...(commit.autoGenerateArrayKeys === true ? {createKey: () => toKey(createId())} : {}),
  }
}

/** Ids that are made here are new ones. */
function checkTransactionId(id: string, history: History, type: MutationError['type']): void {
  if (history.transactionById(id) === undefined) return
  const description = `The transaction ID "${id}" is already in use`
  throw new MutationError([{index: 0, error: {type: 'transactionIDAlreadyInUseError', id, description}}], type)
}

/** What an action may read and do inside a transaction that is being made. */
function actionDraft(
  draft: TransactionDraft,
  {
    index,
    lastState,
    purged,
    isDryRun,
  }: {index: number; lastState: History['lastState']; purged: Set<string>; isDryRun: boolean},
): ActionDraft {
  return {
    get: draft.get,
    lastState,
    idsWithPrefix: draft.idsWithPrefix,
    mutate: (mutation) => void draft.apply(mutation, index),
    purge: (id) => void purged.add(id),
    createKey: () => toKey(draft.createId()),
    timestamp: draft.timestamp,
    isDryRun,
  }
}

/** Twelve characters of an id, as long as the Studio's own keys. */
function toKey(id: string): string {
  const letters = id.replaceAll('-', '')
  if (letters === '') throw new StorageError('storage_error', 'createId returned no letters')
  return letters.slice(-12)
}
