import type {JsonValue} from '../document.ts'

/** Content that a client sends for a document: system fields may be missing. */
export interface DocumentInput {
  _id?: string
  _type: string
  [field: string]: JsonValue | undefined
}

/** The operations of a patch, as in https://www.sanity.io/docs/http-mutations#patch. */
export interface PatchOperations {
  ifRevisionID?: string
  set?: Record<string, JsonValue>
  setIfMissing?: Record<string, JsonValue>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: {before?: string; after?: string; replace?: string; items: JsonValue[]}
  diffMatchPatch?: Record<string, string>
}

/** Selects the documents of a patch or delete: one id, or all that a query returns. */
export type Selection = {id: string} | {query: string; params?: Record<string, JsonValue>}

/** One mutation of a transaction, as in https://www.sanity.io/docs/http-mutations. */
export type Mutation =
  | {create: DocumentInput}
  | {createIfNotExists: DocumentInput}
  | {createOrReplace: DocumentInput}
  | {delete: Selection}
  | {patch: Selection & PatchOperations}
