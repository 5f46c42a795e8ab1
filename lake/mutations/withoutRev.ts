import type {JsonValue, LakeDocument} from '../document.ts'

/** What a document is but for its revision, which is its transaction's. */
export interface RevisionlessDocument {
  _id: string
  _type: string
  [field: string]: JsonValue
}

/** A document as effects are computed of it, and as it is created again. */
export function withoutRev(document: LakeDocument): RevisionlessDocument {
  const {_rev: _, ...content} = document
  return content
}
