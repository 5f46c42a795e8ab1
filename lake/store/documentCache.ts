import type {LakeDocument} from '../document.ts'

/** Parsed documents by id, the least recently used dropped first. */
export interface DocumentCache {
  get(id: string): LakeDocument | undefined
  /** The same without counting as a use, for those who look at every document. */
  peek(id: string): LakeDocument | undefined
  /** Remembers a document; others make room for it unless `gently`, as scans ask so that they do not push out what is used. */
  set(document: LakeDocument, size: number, gently?: boolean): void
  delete(id: string): void
  clear(): void
}

interface Entry {
  document: LakeDocument
  size: number
}

/** `maxSize` counts bytes of JSON; parsed, a document takes about three times as much memory. */
export function createDocumentCache(maxSize: number): DocumentCache {
  const entries = new Map<string, Entry>()
  let total = 0

  function remove(id: string): void {
    const entry = entries.get(id)
    if (entry === undefined) return
    entries.delete(id)
    total -= entry.size
  }

  return {
    get(id) {
      const entry = entries.get(id)
      if (entry === undefined) return undefined
      entries.delete(id)
      entries.set(id, entry)
      return entry.document
    },
    peek: (id) => entries.get(id)?.document,
    set(document, size, gently = false) {
      remove(document._id)
      if (size > maxSize / 8 || (gently && total + size > maxSize)) return
      entries.set(document._id, {document, size})
      total += size
      for (const id of entries.keys()) {
        if (total <= maxSize) break
        remove(id)
      }
    },
    delete: remove,
    clear() {
      entries.clear()
      total = 0
    },
  }
}
