import type {LakeDocument} from '../../document.ts'
import type {Mutation} from '../mutation.ts'
import type {TransactionReads} from './transactionReads.ts'

/** A change without its Mendoza effects, which only a commit needs. */
export interface PlainChange {
  id: string
  previous: LakeDocument | undefined
  next: LakeDocument | undefined
  mutations: Mutation[]
}

/** A change, and the place in the request of the last mutation or action that made it, for errors. */
export interface IndexedChange extends PlainChange {
  index: number
}

/** The documents of a dataset as a transaction has changed them so far. */
export interface ChangedDocuments {
  /** The changes by id, in the order in which documents were first touched. */
  readonly changes: ReadonlyMap<string, IndexedChange>
  get(id: string): LakeDocument | undefined
  has(id: string): boolean
  /** Ids that begin with the prefix, in order. */
  idsWithPrefix(prefix: string): string[]
  /** Notes what a mutation makes of a document; `undefined` = deleted. */
  record(id: string, next: LakeDocument | undefined, mutation: Mutation, index: number): void
}

/** No changes yet, over what `reads` finds stored. */
export function createChangedDocuments(reads: TransactionReads): ChangedDocuments {
  const changes = new Map<string, IndexedChange>()
  const found = new Map<string, LakeDocument | undefined>()

  /** What is stored, which the transaction does not change: read once. */
  function stored(id: string): LakeDocument | undefined {
    if (!found.has(id)) found.set(id, reads.get(id))
    return found.get(id)
  }

  return {
    changes,
    get(id) {
      const change = changes.get(id)
      return change === undefined ? stored(id) : change.next
    },
    has(id) {
      const change = changes.get(id)
      return change === undefined ? reads.has(id) : change.next !== undefined
    },
    idsWithPrefix(prefix) {
      const ids = new Set(reads.idsWithPrefix(prefix))
      for (const {id, next} of changes.values()) {
        if (!id.startsWith(prefix)) continue
        if (next === undefined) ids.delete(id)
        else ids.add(id)
      }
      return [...ids].sort()
    },
    record(id, next, mutation, index) {
      const change = changes.get(id)
      if (change === undefined) changes.set(id, {id, previous: stored(id), next, mutations: [mutation], index})
      else {
        Object.assign(change, {next, index})
        change.mutations.push(mutation)
      }
    },
  }
}
