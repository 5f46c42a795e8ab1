import type {JsonValue, LakeDocument} from '../document.ts'
import {isObject} from '../isObject.ts'

/** The attribute at a dotted path that leads through objects, or undefined. */
export function valueAt(value: LakeDocument, path: string): JsonValue | undefined
export function valueAt(value: unknown, path: string): unknown
export function valueAt(value: unknown, path: string): unknown {
  let current = value
  for (const name of path.split('.')) {
    if (!isObject(current) || !Object.hasOwn(current, name)) return undefined
    current = current[name]
  }
  return current
}
