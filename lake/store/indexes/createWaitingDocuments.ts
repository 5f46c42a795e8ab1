import type {LakeDocument} from '../../document.ts'

/** What the indexes hold of a document: what it was, nothing at all, or nobody knows. */
export type Indexed = LakeDocument | 'nothing' | 'unknown'

/** A document, by its key, that is not as the indexes have it. */
export type WaitingDocument = readonly [document: number, indexed: Indexed]

/** The documents that wait to be indexed, in the order they came. */
export interface WaitingDocuments {
  size(): number
  /** A document is no longer as the indexes have it; `previous` is as it was before. */
  note(document: number, previous: LakeDocument | undefined): void
  /** Nobody knows what the indexes hold of these. */
  noteUnknown(documents: Iterable<number>): void
  first(limit: number): WaitingDocument[]
  /** All of which nobody knows what the indexes hold. */
  unknown(): number[]
  /** All of those have been taken out of the indexes. */
  unknownAreOut(): void
  /** These are indexed. */
  remove(documents: readonly WaitingDocument[]): void
  clear(): void
}

/** Documents that are kept as they were; taking one out of the indexes without knowing it goes through them whole, once for all of them. */
const maxKept = 500

/** No documents yet. */
export function createWaitingDocuments(): WaitingDocuments {
  const waiting = new Map<number, Indexed>()
  let kept = 0

  function remove(document: number): void {
    if (isKept(waiting.get(document))) kept--
    waiting.delete(document)
  }

  const unknown = (): number[] =>
    [...waiting].filter(([, indexed]) => indexed === 'unknown').map(([document]) => document)

  return {
    size: () => waiting.size,
    note(document, previous) {
      if (waiting.has(document)) return
      if (previous === undefined) waiting.set(document, 'nothing')
      else if (kept >= maxKept) waiting.set(document, 'unknown')
      else {
        waiting.set(document, previous)
        kept++
      }
    },
    noteUnknown(documents) {
      for (const document of documents) {
        remove(document)
        waiting.set(document, 'unknown')
      }
    },
    first: (limit) => waiting.entries().take(limit).toArray(),
    unknown,
    unknownAreOut() {
      for (const document of unknown()) waiting.set(document, 'nothing')
    },
    remove(documents) {
      for (const [document] of documents) remove(document)
    },
    clear() {
      waiting.clear()
      kept = 0
    },
  }
}

function isKept(indexed: Indexed | undefined): boolean {
  return typeof indexed === 'object'
}
