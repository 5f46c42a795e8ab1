import type {LakeDocument} from '../document.ts'

/**
 * A condition that SQLite can answer from an index. A source may return more documents than match, never fewer:
 * the exact answer always comes from groq-js. `path` is a dotted attribute path such as `slug.current`.
 */
export type Narrowing =
  | {kind: 'all'}
  | {kind: 'ids'; ids: string[]}
  | {kind: 'idPrefix'; prefix: string}
  | {kind: 'types'; types: string[]}
  | {kind: 'equals'; path: string; values: Array<string | number | boolean>}
  | {kind: 'range'; path: string; from?: string | number; to?: string | number}
  | {kind: 'references'; ids: string[]}
  | {kind: 'text'; terms: string[]}
  | {kind: 'and'; of: Narrowing[]}
  | {kind: 'or'; of: Narrowing[]}

/** What queries read from: implemented by the store over SQLite, and by an array in tests. */
export interface DocumentSource {
  /** Sequence number of the last commit: the key of every cache. */
  readonly revision: number
  get(id: string): LakeDocument | undefined
  /** A superset of the documents that satisfy the narrowing, in `_id` order (code points), in bounded memory. */
  candidates(narrowing: Narrowing): Iterable<LakeDocument>
}
