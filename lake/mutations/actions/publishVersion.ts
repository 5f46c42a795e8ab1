import type {JsonObject, JsonValue, LakeDocument} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import type {ActionDraft} from './action.ts'

/**
 * Makes the content of a draft or version the published document and deletes the version.
 * The published document keeps its `_createdAt`, and references marked `_strengthenOnPublish` become strong.
 */
export function publishVersion(version: LakeDocument, publishedId: string, draft: ActionDraft): void {
  const {_rev: _, _updatedAt: __, _system: ___, ...content} = version
  const published = draft.get(publishedId)
  const next = {
    ...strengthen(content),
    _id: publishedId,
    _type: version._type,
    _createdAt: published?._createdAt ?? version._createdAt,
  }
  draft.mutate(published === undefined ? {create: next} : {createOrReplace: next})
  draft.mutate({delete: {id: version._id}})
}

/** https://www.sanity.io/docs/reference-type: a reference to an unpublished document is weak until both are published. */
function strengthen<Fields extends JsonObject>(fields: Fields): Fields
function strengthen(value: JsonValue): JsonValue
function strengthen(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => strengthen(item))
  if (!isObject(value)) return value
  const {_strengthenOnPublish: marker, _weak: weak, ...rest} = value
  const fields = Object.fromEntries(Object.entries(rest).map(([key, field]) => [key, strengthen(field)]))
  if (isObject(marker) && marker['weak'] !== true) return fields
  return weak === undefined ? fields : {...fields, _weak: weak}
}
