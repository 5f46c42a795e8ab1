import type {JsonObject} from '../document.ts'

/**
 * The attributes of `object` that are not the very same value in `other`. A patch leaves what it does not touch as it is, so most of a large
 * document need not be looked through to find what a patch has changed. Equal values that are not the same object count as different.
 */
export function ownAttributes(object: JsonObject, other: JsonObject): JsonObject {
  const own: JsonObject = {}
  for (const name in object) {
    const value = object[name]
    if (value !== undefined && value !== other[name]) own[name] = value
  }
  return own
}
