import type {LakeDocument} from '../document.ts'
import type {CountedText} from './text/textQuery.ts'

/**
 * A condition that SQLite can answer from an index. A source may return more documents than match, never fewer:
 * the query's own filter still looks at each of them. `path` is a dotted attribute path such as `slug.current`.
 *
 * - `equals`: the attribute is one of the values, or an array with one of them as a member (`tags`).
 * - `range`: both ends are inclusive; strings compare by code units, and a document whose attribute has another type is no match.
 * - `references`: the document holds a `_ref` to one of the ids at any depth.
 * - `versionsOf`: the document or one of its drafts and versions has this id when published.
 * - `text`: `documentText` (documentText.ts) of the document contains every term as a substring; `endOfWord` behind a term stands for a blank, a
 *   line break or the end of the text.
 */
export type Narrowing =
  | {kind: 'all'}
  | {kind: 'ids'; ids: string[]}
  | {kind: 'idPrefix'; prefix: string}
  | {kind: 'versionsOf'; id: string}
  | {kind: 'types'; types: string[]}
  | {kind: 'equals'; path: string; values: Array<string | number | boolean>}
  | {kind: 'range'; path: string; from?: string | number; to?: string | number}
  | {kind: 'references'; ids: string[]}
  | {kind: 'text'; terms: string[]}
  | {kind: 'and'; of: Narrowing[]}
  | {kind: 'or'; of: Narrowing[]}

/** See the narrowing `text`. */
export const endOfWord = '\n'

/** One sort key: an attribute path and its direction. */
export interface SortKey {
  path: string
  direction: 'asc' | 'desc'
}

/** Which ids count: all; those without a `versions.` prefix; those without a `drafts.` or `versions.` prefix; those without a dot. */
export type CountScope = 'all' | 'unversioned' | 'published' | 'public'

/** One value for each of some documents. */
export type Cells = readonly unknown[]

/** Documents as columns, for questions about all of them at once. */
export interface DocumentRows {
  /** In `_id` order (code points). */
  readonly ids: readonly string[]
  /** Whether a document counts as not there. */
  isHidden(id: string): boolean
  /** What each document has at a dotted path: a scalar or null. Undefined when some may have an object or an array there, or it is not known. */
  column(path: string): Cells | undefined
  /** What `spell` makes of each value of a column: kept beside it. */
  texts?(path: string, spell: (value: unknown) => string): readonly string[] | undefined
  /** The numbers of all rows in the order of a column, kept beside it; equals in `_id` order. Undefined when there is no such column. */
  sorted?(key: SortKey): readonly number[] | undefined
  /** The documents of these rows, in their order, as `DocumentSource.candidates` gives them. */
  read(rows: Iterable<number>, attributes?: readonly string[]): Iterable<LakeDocument>
}

/** What queries read from: implemented by the store over SQLite, for a listener by one document, and by an array in tests. */
export interface DocumentSource {
  /** Sequence number of the last commit: the key of every cache. */
  readonly revision: number
  get(id: string): LakeDocument | undefined
  /**
   * A superset of the documents that satisfy the narrowing, in `_id` order (code points), in bounded memory. When `attributes` names what will be
   * read of them by dotted paths, they may lack all others but `_id` and `_type`, and null may be missing.
   */
  candidates(narrowing: Narrowing, attributes?: readonly string[]): Iterable<LakeDocument>
  /** `searchableText` of a document for terms of single words, without reading the document; undefined where that is not at hand. */
  counted?(id: string): CountedText | undefined
  /** Whether a document exists, without reading it. Views of drafts and releases ask this once per candidate. */
  has?(id: string): boolean
  /**
   * The same superset as `candidates`, in the order of GROQ's `order()`: numbers, then strings, then booleans, then everything else
   * and missing values as equals; `desc` is the exact opposite; ties in ascending `_id` order in both directions.
   * Undefined when the source has no index for it.
   */
  ordered?(narrowing: Narrowing, key: SortKey, attributes?: readonly string[]): Iterable<LakeDocument> | undefined
  /**
   * All documents of a type, or of all types. Undefined when that is no quicker than reading them. With `known`, without any column that would have to
   * be read from the disk.
   */
  rows?(type?: string, known?: 'known'): DocumentRows | undefined
  /** Whether an index leaves so few documents of the narrowing that reading them is quicker than looking through all. */
  leavesFew?(narrowing: Narrowing): boolean
  /** How many documents of the scope satisfy the narrowing exactly. Undefined when only reading them can tell. */
  count?(narrowing: Narrowing, scope: CountScope): number | undefined
}
