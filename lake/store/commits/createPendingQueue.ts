import type {CommittedTransaction, TransactionHead} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'

/** Pending transactions in the order they came, and the documents as they left them. */
export interface PendingQueue {
  /** A document as they left it; undefined when they did not change it. They delete none. */
  get(id: string): LakeDocument | undefined
  /** Bytes that its JSON takes at the most. */
  size(id: string): number | undefined
  /** All that they changed. */
  documents(): ReadonlyMap<string, LakeDocument>
  hasTransaction(id: string): boolean
  last(): TransactionHead | undefined
  /** How many changes of documents wait. A transaction without any counts as one. */
  waiting(): number
  /** Whether so many wait that some should be written before one more comes. */
  isFull(): boolean
  /** @param sizes of the documents that it changed, in its order */
  add(transaction: CommittedTransaction, bytes: number, sizes: readonly number[]): void
  /** The first ones, of at least `changes` changes together if there are so many. */
  first(changes: number): CommittedTransaction[]
  /** Those up to a number wait no longer. */
  removeThrough(sequence: number): void
}

/** Bytes of requests that wait at the most: those of ten thousand talks, which take three times as much in memory. */
const mostBytes = 64 * 1024 * 1024

/** Changes that wait at the most: some three seconds of writing. */
const mostChanges = 25_000

interface PendingDocument {
  document: LakeDocument
  size: number
  /** Of the last transaction that changed it. */
  sequence: number
}

interface Waiting {
  transaction: CommittedTransaction
  bytes: number
}

/** A queue in which nothing waits. */
export function createPendingQueue(): PendingQueue {
  const documents = new Map<string, PendingDocument>()
  const ids = new Set<string>()
  const queue: Waiting[] = []
  let bytes = 0
  let changes = 0

  function forget({transaction, bytes: size}: Waiting): void {
    for (const {id} of transaction.changes) {
      if (documents.get(id)?.sequence === transaction.sequence) documents.delete(id)
    }
    ids.delete(transaction.id)
    bytes -= size
    changes -= countOf(transaction)
  }

  function lengthOf(wanted: number): number {
    let found = 0
    const enough = queue.findIndex(({transaction}) => (found += countOf(transaction)) >= wanted)
    return enough === -1 ? queue.length : enough + 1
  }

  return {
    get: (id) => documents.get(id)?.document,
    size: (id) => documents.get(id)?.size,
    documents: () => new Map(Array.from(documents, ([id, {document}]) => [id, document])),
    hasTransaction: (id) => ids.has(id),
    last: () => queue.at(-1)?.transaction,
    waiting: () => changes,
    isFull: () => bytes > mostBytes || changes > mostChanges,
    add(transaction, size, sizes) {
      const {id: transactionId, sequence, changes: changed} = transaction
      for (const [at, {id, next}] of changed.entries()) {
        if (next !== undefined) documents.set(id, {document: next, size: sizes[at] ?? 0, sequence})
      }
      ids.add(transactionId)
      queue.push({transaction, bytes: size})
      bytes += size
      changes += countOf(transaction)
    },
    first: (wanted) => queue.slice(0, lengthOf(wanted)).map(({transaction}) => transaction),
    removeThrough(sequence) {
      const left = queue.findIndex(({transaction}) => transaction.sequence > sequence)
      queue.splice(0, left === -1 ? queue.length : left).forEach(forget)
    },
  }
}

function countOf({changes}: CommittedTransaction): number {
  return Math.max(changes.length, 1)
}
