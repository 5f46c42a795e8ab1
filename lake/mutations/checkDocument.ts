import type {JsonValue} from '../document.ts'
import {invalid} from './mutationFailures.ts'

/** https://www.sanity.io/docs/ids: letters, digits, `_`, `-` and `.`; up to 128 characters, here without the version's prefix. */
const documentId = /^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/
const maxIdLength = 256

/** Nesting beyond this is refused: recursion over documents must be bounded. */
const maxDepth = 200

export function checkDocumentId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || id.length > maxIdLength || !documentId.test(id) || id.includes('..')) {
    throw invalid(`Document ID ${JSON.stringify(id)} is not valid: use letters, digits, "_", "-" and single dots`)
  }
}

/** Refuses what JSON can say but a document cannot hold: too deep nesting and the attribute `__proto__`. */
export function checkContent(value: JsonValue, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > maxDepth) throw invalid(`The content is nested deeper than ${maxDepth} levels`)
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) checkContent(item, depth + 1)
    return
  }
  for (const key in value) {
    if (key === '__proto__') throw invalid('The attribute name "__proto__" is not allowed')
    const member = value[key]
    if (typeof member === 'object' && member !== null) checkContent(member, depth + 1)
  }
}
