import {PayloadTooLargeError, QueryExecutionError} from '../errors.ts'
import {BoundedCache} from '../query/boundedCache.ts'
import type {DocumentSource} from '../query/documentSource.ts'

/** A result as it goes over the wire, so that a repeated query costs neither an evaluation nor a serialization. */
export interface StoredAnswer {
  /** The dataset's revision it was computed at: it is right as long as that is the newest. */
  revision: number
  /** JSON. */
  result: string
  syncTags: string[]
  /** JSON of the content source map, when it was asked for. */
  sourceMap?: string
}

/** Longest result, in UTF-16 units of JSON. */
const longestResult = 64 * 1024 * 1024
const longestKept = 256 * 1024
/** Of all answers that are kept for a dataset together, in UTF-16 units. */
const keptPerDataset = 16 * 1024 * 1024

/** @param length of documents in one answer; throws a PayloadTooLargeError for more than `longestResult` */
export function checkDocumentsLength(length: number): void {
  if (length <= longestResult) return
  throw new PayloadTooLargeError(`The documents are longer than ${longestResult} characters: ask for fewer at once`)
}

const answers = new WeakMap<DocumentSource, BoundedCache<StoredAnswer>>()

/** The answer of the same query, if nothing has changed since. */
export function recallAnswer(source: DocumentSource, key: string): StoredAnswer | undefined {
  const answer = answers.get(source)?.get(key)
  return answer?.revision === source.revision ? answer : undefined
}

/** Keeps an answer for as long as the dataset stays at its revision; long ones are not worth their memory. */
export function keepAnswer(source: DocumentSource, key: string, answer: StoredAnswer): void {
  if (lengthOf(answer, key) > longestKept) return
  const kept = answers.get(source) ?? new BoundedCache(keptPerDataset, lengthOf)
  answers.set(source, kept)
  kept.set(key, answer)
}

function lengthOf({result, sourceMap = '', syncTags}: StoredAnswer, key: string): number {
  return result.length + sourceMap.length + syncTags.length * 30 + key.length + 200
}

/**
 * A result as JSON. A query can name the same document a million times, which is small in memory and endless as text: so the length is counted
 * first when the query has read many documents. Throws a QueryExecutionError (413) for more than `longestResult`.
 */
export function serializeResult(result: unknown, limit = longestResult): string {
  if (textLength(result, limit) > limit) {
    throw new QueryExecutionError(`The result is longer than ${limit} characters`, 413)
  }
  return JSON.stringify(result)
}

/** A lower bound of the JSON's length; stops counting above the limit. */
function textLength(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 1
  let length = 2
  for (const name in value) {
    if (length > limit) return length
    if (!Object.hasOwn(value, name)) continue
    const member: unknown = Reflect.get(value, name)
    length += (Array.isArray(value) ? 1 : name.length + 4) + textLength(member, limit - length)
  }
  return length
}
