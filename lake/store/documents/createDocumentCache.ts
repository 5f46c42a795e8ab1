import type {LakeDocument} from '../../document.ts'

/** Parsed documents by id, the least recently used dropped first. */
export interface DocumentCache {
  get(id: string): LakeDocument | undefined
  /** The same without counting as a use, for those who look at every document. */
  peek(id: string): LakeDocument | undefined
  /** Where a document that `get` knows is stored. */
  row(id: string): CachedRow | undefined
  /** Remembers a document; others make room for it unless `gently`, as scans ask so that they do not push out what is used. */
  set(document: LakeDocument, row: CachedRow, gently?: boolean): void
  delete(id: string): void
  clear(): void
}

/** What a commit must know of the row that it writes over. */
export interface CachedRow {
  pk: number
  /** Bytes of its body. */
  size: number
  /** Its `changes_since_snapshot`. */
  changes: number
}

interface Entry {
  document: LakeDocument
  row: CachedRow
}

/** `maxSize` counts bytes of JSON; parsed, a document takes about three times as much memory. */
export function createDocumentCache(maxSize: number): DocumentCache {
  const entries = new Map<string, Entry>()
  let total = 0

  function remove(id: string): void {
    const entry = entries.get(id)
    if (entry === undefined) return
    entries.delete(id)
    total -= entry.row.size
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
    row: (id) => entries.get(id)?.row,
    set(document, row, gently = false) {
      const {size} = row
      remove(document._id)
      if (size > maxSize / 8 || (gently && total + size > maxSize)) return
      entries.set(document._id, {document, row})
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
