import type {JsonValue} from '../document.ts'
import {isObject} from '../isObject.ts'

/**
 * Gives every object inside an array a `_key` when it has none, at any depth; values that need nothing keep their identity.
 * https://www.sanity.io/docs/http-mutations: `autoGenerateArrayKeys`.
 */
export function autoGenerateKeys<Value extends JsonValue>(value: Value, createKey: () => string): Value
export function autoGenerateKeys(value: JsonValue, createKey: () => string): JsonValue {
  if (Array.isArray(value)) return keyItems(value, createKey)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, autoGenerateKeys(field, createKey)]))
}

function keyItems(items: JsonValue[], createKey: () => string): JsonValue[] {
  return items.map((item) => {
    const inner = autoGenerateKeys(item, createKey)
    return isObject(inner) && inner['_key'] === undefined ? {_key: createKey(), ...inner} : inner
  })
}
