import {StorageError} from '../../errors.ts'
import type {Mutation} from '../mutation.ts'
import type {PlainChange} from './createChangedDocuments.ts'
import {createTransaction} from './createTransaction.ts'
import type {TransactionReads} from './transactionReads.ts'

/**
 * What a transaction did that was accepted before, from its mutations, which must be replayable, on the documents as they were.
 *
 * @throws MutationFailure when it would not be accepted any more
 */
export function replayMutations(
  {get, has}: Pick<TransactionReads, 'get' | 'has'>,
  mutations: readonly Mutation[],
  stamp: {transactionId: string; timestamp: string},
): PlainChange[] {
  const reads: TransactionReads = {get, has, idsWithPrefix: notKept, select: notKept, strongReferrers: notKept}
  const draft = createTransaction(reads, {...stamp, createId: notKept})
  for (const [index, mutation] of mutations.entries()) draft.apply(mutation, index)
  return draft.changes()
}

function notKept(): never {
  throw new StorageError('storage_error', 'A transaction that is made again needs more than what was kept of it')
}
