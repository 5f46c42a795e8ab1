import type {JsonObject, JsonValue} from '../document.ts'
import {isObject} from '../isObject.ts'
import {commonPrefixLength, commonSuffixLength, sameJson} from './jsonValues.ts'

/** Opcodes of Mendoza (https://github.com/sanity-io/mendoza) that this encoder writes; the decoder is the npm package `mendoza`. */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  setFieldValue: 17,
  deleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppend: 22,
  stringAppendSlice: 23,
} as const

/** Below this many common UTF-16 units a string is sent whole: the opcodes would be longer. */
const minCommonText = 8

/**
 * The Mendoza patch that turns `left` into `right`, `null` standing for a document that does not exist.
 * Law: `applyPatch(left, encodeMendoza(left, right))` equals `right`.
 */
export function encodeMendoza(left: JsonValue, right: JsonValue): JsonValue[] {
  if (!isObject(left) || !isObject(right)) return sameJson(left, right) ? [] : [op.value, right]
  const patch: JsonValue[] = []
  encodeObject(left, right, patch)
  return patch
}

function encodeObject(left: JsonObject, right: JsonObject, patch: JsonValue[]): void {
  const fields = Object.keys(left)
  const indexOf = fieldIndexes(fields)
  const deleted = fields.filter((key) => !Object.hasOwn(right, key)).sort()
  for (const key of deleted) patch.push(op.deleteField, indexOf(key))
  for (const key in right) {
    const [previous, next = null] = [left[key], right[key]]
    if (previous === next) continue
    if (previous === undefined || !Object.hasOwn(left, key)) patch.push(op.setFieldValue, next, key)
    else if (!sameJson(previous, next)) encodeField(previous, next, indexOf(key), key, patch)
  }
}

/** More fields than this are rather sorted once than counted for each one that has changed. */
const fewFields = 64

/** The place of a field among all in the order of their names. */
function fieldIndexes(fields: readonly string[]): (key: string) => number {
  if (fields.length <= fewFields) {
    return (key) => fields.reduce((count, field) => (field < key ? count + 1 : count), 0)
  }
  const indexes = new Map(fields.toSorted().map((key, index) => [key, index]))
  return (key) => indexes.get(key) ?? 0
}

function encodeField(left: JsonValue, right: JsonValue, index: number, key: string, patch: JsonValue[]): void {
  const inner = encodeInner(left, right)
  if (inner === undefined) patch.push(op.setFieldValue, right, key)
  else {
    patch.push(inner.copies ? op.pushFieldCopy : op.pushFieldBlank, index)
    append(patch, inner.patch)
    patch.push(op.returnIntoObjectSameKeyPop)
  }
}

/** The operations inside a pushed value, or undefined when the value has to be sent whole. */
function encodeInner(left: JsonValue, right: JsonValue): {copies: boolean; patch: JsonValue[]} | undefined {
  const patch: JsonValue[] = []
  if (isObject(left) && isObject(right)) {
    encodeObject(left, right, patch)
    return {copies: true, patch}
  }
  // A blank value that nothing is appended to decodes as null, so empty arrays and strings are sent whole.
  if (Array.isArray(left) && Array.isArray(right) && right.length > 0) {
    encodeArray(left, right, patch)
    return {copies: false, patch}
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return encodeString(left, right, patch) ? {copies: false, patch} : undefined
  }
  return undefined
}

function encodeArray(left: JsonValue[], right: JsonValue[], patch: JsonValue[]): void {
  const partner = matchItems(left, right)
  for (let at = 0; at < right.length; at++) {
    const from = partner[at] ?? -1
    const item = right[at] ?? null
    const previous = left[from]
    if (previous === undefined) {
      patch.push(op.arrayAppendValue, item)
    } else if (sameJson(previous, item)) {
      let length = 1
      while (at + length < right.length && continuesRun(left, right, partner, at, length)) length++
      patch.push(op.arrayAppendSlice, from, from + length)
      at += length - 1
    } else {
      encodeElement(previous, item, from, patch)
    }
  }
}

function continuesRun(left: JsonValue[], right: JsonValue[], partner: number[], at: number, length: number): boolean {
  const from = (partner[at] ?? -1) + length
  return partner[at + length] === from && sameJson(left[from] ?? null, right[at + length] ?? null)
}

function encodeElement(left: JsonValue, right: JsonValue, index: number, patch: JsonValue[]): void {
  const inner = encodeInner(left, right)
  if (inner === undefined) patch.push(op.arrayAppendValue, right)
  else {
    patch.push(inner.copies ? op.pushElementCopy : op.pushElementBlank, index)
    append(patch, inner.patch)
    patch.push(op.returnIntoArrayPop)
  }
}

/** For each item of `right` the index in `left` it is made from, or -1: by `_key`, else by equal content, else by position. */
function matchItems(left: JsonValue[], right: JsonValue[]): number[] {
  if (right.every((item, at) => haveSameKey(item, left[at]))) return right.map((_, at) => at)
  const byIdentity = new Map<string, number[]>()
  for (const [index, item] of left.entries()) {
    const identity = identityOf(item)
    const known = byIdentity.get(identity)
    if (known) known.push(index)
    else byIdentity.set(identity, [index])
  }
  const partner = right.map((item) => byIdentity.get(identityOf(item))?.shift() ?? -1)
  const used = new Set(partner)
  return partner.map((from, at) =>
    from === -1 && at < left.length && !used.has(at) && isKeyless(left[at]) && isKeyless(right[at]) ? at : from,
  )
}

function isKeyless(item: JsonValue | undefined): boolean {
  return !(isObject(item) && typeof item['_key'] === 'string')
}

function haveSameKey(item: JsonValue, other: JsonValue | undefined): boolean {
  return isObject(item) && isObject(other) && typeof item['_key'] === 'string' && item['_key'] === other['_key']
}

function identityOf(item: JsonValue): string {
  return isObject(item) && typeof item['_key'] === 'string' ? `key:${item['_key']}` : JSON.stringify(item)
}

/** Offsets are in bytes of UTF-8, and no slice splits a surrogate pair. */
function encodeString(left: string, right: string, patch: JsonValue[]): boolean {
  if (!left.isWellFormed() || !right.isWellFormed()) return false
  const prefix = commonPrefixLength(left, right)
  const suffix = commonSuffixLength(left, right, prefix)
  if (prefix + suffix < minCommonText) return false
  if (prefix > 0) patch.push(op.stringAppendSlice, 0, Buffer.byteLength(left.slice(0, prefix)))
  const middle = right.slice(prefix, right.length - suffix)
  if (middle !== '') patch.push(op.stringAppend, middle)
  if (suffix > 0) {
    const size = Buffer.byteLength(left)
    patch.push(op.stringAppendSlice, size - Buffer.byteLength(left.slice(left.length - suffix)), size)
  }
  return true
}

/** Not `push(...items)`, which overflows the stack on long arrays. */
function append(patch: JsonValue[], items: JsonValue[]): void {
  for (const item of items) patch.push(item)
}
