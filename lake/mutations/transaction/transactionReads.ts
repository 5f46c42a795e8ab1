import type {JsonValue, LakeDocument} from '../../document.ts'

/** What applying mutations must know about the dataset. Everything is read, nothing written. */
export interface TransactionReads {
  get(id: string): LakeDocument | undefined
  /** Whether there is one, without reading it. */
  has(id: string): boolean
  /** Ids of the documents that the query selects; `changed` holds those of this transaction, `undefined` = deleted. */
  select(
    query: string,
    params: Record<string, JsonValue>,
    changed: ReadonlyMap<string, LakeDocument | undefined>,
  ): string[]
  /** Ids that begin with the prefix, in order. */
  idsWithPrefix(prefix: string): string[]
  /** Ids of the stored documents that hold a strong reference to `id`. */
  strongReferrers(id: string): string[]
}
