import type {CommitOptions, CommitResult, CommittedTransaction, History, MutationResult} from '../../dataset.ts'
import {MutationError, PayloadTooLargeError, StorageError} from '../../errors.ts'
import type {Action, ActionDraft} from '../../mutations/actions/action.ts'
import {applyAction} from '../../mutations/actions/actionHandlers.ts'
import {isReplayable} from '../../mutations/isReplayable.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import {atIndex} from '../../mutations/transaction/atIndex.ts'
import type {PlainChange} from '../../mutations/transaction/createChangedDocuments.ts'
import {
  createTransaction,
  type TransactionDraft,
  type TransactionOptions,
} from '../../mutations/transaction/createTransaction.ts'
import type {TransactionReads} from '../../mutations/transaction/transactionReads.ts'
import type {Timestamps} from './createTimestamps.ts'
import type {NewHead, TransactionStore} from './createTransactionStore.ts'

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
  lastState: History['lastState']
  clock: () => Date
  createId: () => string
}

/** The writer of one dataset's commits. */
export function createCommitWriter(options: CommitWriterOptions): CommitWriter {
  const {reads, transactions, timestamps, lastState, clock, createId} = options

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
    write: (changes: PlainChange[], head: NewHead) => CommittedTransaction,
  ): Written {
    const {transactionId, timestamp} = draft
    const changes = draft.finish(type)
    const head = {id: transactionId, timestamp, author: identity.id}
    if (dryRun === true) return {result: {transactionId, results}, transaction: undefined}
    if (given !== undefined && transactions.hasTransaction(given)) throw idInUse(given, type)
    return {result: {transactionId, results}, transaction: write(changes, head)}
  }

  function writeMutations(mutations: Mutation[], commit: CommitOptions): Written {
    const {draft, checkTime} = begin(commit)
    const results = mutations.flatMap((mutation, index) => {
      checkTime()
      return atIndex(index, 'mutationError', () => draft.apply(mutation, index))
    })
    const request = requestToKeep(mutations, commit)
    return complete(
      draft,
      results,
      commit,
      'mutationError',
      (changes, head) =>
        (request && transactions.accept(changes, head, request)) ?? transactions.write(changes, head, new Set()),
    )
  }

  function writeActions(actions: Action[], commit: CommitOptions): Written {
    const {draft, checkTime} = begin(commit)
    const purged = new Set<string>()
    for (const [index, action] of actions.entries()) {
      checkTime()
      const options = {index, lastState, purged, isDryRun: commit.dryRun === true}
      atIndex(index, 'actionError', () => applyAction(action, actionDraft(draft, options)))
    }
    return complete(draft, [], commit, 'actionError', (changes, head) => transactions.write(changes, head, purged))
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

/** The request that a transaction can be made again from. */
export function requestToKeep(mutations: readonly Mutation[], commit: CommitOptions): Uint8Array | undefined {
  const makesKeys = commit.autoGenerateArrayKeys === true
  return commit.request !== undefined && !makesKeys && isReplayable(mutations) ? commit.request : undefined
}

function idInUse(id: string, type: MutationError['type']): MutationError {
  const description = `The transaction ID "${id}" is already in use`
  return new MutationError([{index: 0, error: {type: 'transactionIDAlreadyInUseError', id, description}}], type)
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
