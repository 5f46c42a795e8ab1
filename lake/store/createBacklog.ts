import type {PendingTransactions} from './commits/createPendingTransactions.ts'
import type {TransactionStore} from './commits/createTransactionStore.ts'
import type {Database} from './database/openDatabase.ts'
import {tryWriting} from './database/tryWriting.ts'
import type {IndexFollower} from './indexes/createIndexFollower.ts'

/** What the commits of one dataset leave to be done: pending transactions to settle, then documents to index. */
export interface Backlog {
  /** Documents that wait to be indexed. */
  toIndex(): number
  /** Whether any transactions wait to be settled. */
  isPending(): boolean
  /** Settles some `limit` changes; returns whether any were pending. Throws a StorageError. */
  settleSome(limit: number): boolean
  /** Settles all; returns false when the disk takes no more. */
  settle(): boolean
  /** Indexes up to `limit` documents; returns whether more wait. Throws a StorageError. */
  indexSome(limit: number): boolean
  /** Does it all, as far as the disk takes it. */
  work(): void
  /** The dataset is gone, and its key may soon be that of another: nothing is left to be done. */
  drop(): void
  /** Settles all but the last `atOnce` changes, so many at once; others are answered in each `turn`. Undefined when there are no more. */
  settleInTurns(atOnce: number, turn: Turn): Promise<void> | undefined
  /** The same, and then for documents to index. */
  workInTurns(atOnce: number, turn: Turn): Promise<void> | undefined
}

/** Resolves when others have been answered. */
type Turn = () => Promise<void>

export interface BacklogOptions {
  database: Database
  pending: Pick<PendingTransactions, 'settled' | 'waiting'>
  transactions: Pick<TransactionStore, 'settle' | 'settleSome'>
  follower: IndexFollower
}

/** The backlog of one dataset. */
export function createBacklog({database, pending, transactions, follower}: BacklogOptions): Backlog {
  const isPending = (): boolean => pending.waiting() > 0

  function settle(): boolean {
    return !isPending() || tryWriting(database, transactions.settle)
  }

  async function settleInTurns(atOnce: number, turn: Turn): Promise<void> {
    const settleSome = (): boolean => tryWriting(database, () => transactions.settleSome(atOnce))
    while (pending.waiting() > atOnce && settleSome()) await turn()
  }

  async function workInTurns(atOnce: number, turn: Turn): Promise<void> {
    await settleInTurns(atOnce, turn)
    await follower.followInTurns(atOnce, turn)
  }

  return {
    toIndex: follower.waiting,
    isPending,
    settleSome(limit) {
      if (!isPending()) return false
      transactions.settleSome(limit)
      return true
    },
    settle,
    indexSome: follower.followSome,
    work() {
      settle()
      follower.follow()
    },
    drop() {
      pending.settled(Number.POSITIVE_INFINITY)
      follower.drop()
    },
    settleInTurns: (atOnce, turn) => (pending.waiting() > atOnce ? settleInTurns(atOnce, turn) : undefined),
    workInTurns: (atOnce, turn) =>
      Math.max(pending.waiting(), follower.waiting()) > atOnce ? workInTurns(atOnce, turn) : undefined,
  }
}
