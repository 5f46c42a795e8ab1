/** Any JSON value as the Content Lake stores it. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject

export interface JsonObject {
  [key: string]: JsonValue
}

/** A stored document: every document has these system fields, the rest is content that the lake does not interpret. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: JsonValue
}
