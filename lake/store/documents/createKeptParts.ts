import type {LakeDocument} from '../../document.ts'

/** Parts of documents that are kept in memory, by the documents' ids. */
export interface KeptParts {
  get(id: string): KeptPart | undefined
  /** Keeps a part instead of the one that was kept, while there is room. */
  keep(id: string, part: KeptPart): void
  forget(id: string): void
  clear(): void
}

/** A document with some of its attributes. */
export interface KeptPart {
  document: LakeDocument
  /** A bit for each known attribute that it holds. */
  holds: number
  /** Bytes of memory, about. */
  size: number
}

/** @param maxSize Bytes of all parts together. */
export function createKeptParts(maxSize: number): KeptParts {
  const parts = new Map<string, KeptPart>()
  let total = 0

  function forget(id: string): void {
    total -= parts.get(id)?.size ?? 0
    parts.delete(id)
  }

  return {
    get: (id) => parts.get(id),
    keep(id, part) {
      forget(id)
      if (total + part.size > maxSize) return
      parts.set(id, part)
      total += part.size
    },
    forget,
    clear() {
      parts.clear()
      total = 0
    },
  }
}
