import type {JsonObject, JsonValue} from '../document.ts'
import {isObject} from '../isObject.ts'

/**
 * The ids a document refers to, and whether it refers to them strongly (at least once without `_weak: true`).
 * Any object with a string `_ref` counts, as for GROQ's `references()`; references into other datasets
 * (`crossDatasetReference`, `globalDocumentReference`) are never strong: their targets are not here.
 */
export function referencesOf(document: JsonValue): Map<string, boolean> {
  const found = new Map<string, boolean>()
  collect(document, found)
  return found
}

function collect(value: JsonValue, found: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') collect(item, found)
  } else if (isObject(value)) {
    const target = value['_ref']
    if (typeof target === 'string') found.set(target, isStrong(value) || found.get(target) === true)
    for (const key in value) {
      const field = value[key]
      if (typeof field === 'object' && field !== null) collect(field, found)
    }
  }
}

function isStrong(reference: JsonObject): boolean {
  return (
    reference['_weak'] !== true &&
    reference['_dataset'] === undefined &&
    reference['_type'] !== 'crossDatasetReference' &&
    reference['_type'] !== 'globalDocumentReference'
  )
}
