import {isObject} from '../../isObject.ts'
import type {NativeFunction} from '../nativeCall.ts'

/** `pt(value)`: a block of Portable Text, or a list of nothing but blocks, as it is; null for anything else. */
export const pt: NativeFunction = (_, value) =>
  isBlock(value) || (Array.isArray(value) && value.every(isBlock)) ? value : null

function isBlock(value: unknown): boolean {
  return isTyped(value) && Array.isArray(value['children']) && value['children'].every(isTyped)
}

function isTyped(value: unknown): value is Record<string, unknown> {
  return isObject(value) && typeof value['_type'] === 'string'
}
