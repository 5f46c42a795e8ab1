import type {JsonValue} from '../document.ts'
import {invalid} from './mutationFailures.ts'

/** https://www.sanity.io/docs/ids: parts of letters, digits, `_` and `-`, which none begins with, and dots between them. */
const documentId = /^\w[\w-]*(\.\w[\w-]*)*$/
/** As on the hosted service, whose client refuses to read or to replace longer ones: `drafts.` or the name of a release included. */
const maxIdLength = 128
/** Parts that say what a document is to others, so they stand first and before the whole id of the published document. */
const reserved = /^(drafts|versions)$|^versions\.[^.]+$|\.(drafts|versions)(\.|$)/

/** Nesting beyond this is refused: recursion over documents must be bounded. */
const maxDepth = 200

/** Throws a MutationFailure for what is no id of a document. */
export function checkDocumentId(id: unknown): asserts id is string {
  const isReadable = typeof id === 'string' && documentId.test(id)
  if (!isReadable) {
    throw invalid(
      `Document ID ${JSON.stringify(id)} is not valid: use letters, digits, "_", "-" and single dots, and no "-" first`,
    )
  }
  if (id.length > maxIdLength) {
    throw invalid(
      `Document ID "${id}" is not valid: it has ${id.length} characters, and at most ${maxIdLength} are allowed`,
    )
  }
  if (reserved.test(id)) {
    throw invalid(
      `Document ID "${id}" is not valid: "drafts" and "versions" stand first, as in drafts.ID and versions.RELEASE.ID`,
    )
  }
}

/** Refuses what JSON can say but a document cannot hold: too deep nesting, the attribute `__proto__` and numbers like 1e999, which would become null. */
export function checkContent(value: JsonValue, depth = 0): void {
  if (typeof value !== 'object' || value === null) return checkNumber(value)
  if (depth > maxDepth) throw invalid(`The content is nested deeper than ${maxDepth} levels`)
  if (Array.isArray(value)) {
    for (const item of value) checkContent(item, depth + 1)
    return
  }
  for (const key in value) {
    if (key === '__proto__') throw invalid('The attribute name "__proto__" is not allowed')
    const member = value[key]
    if (member !== undefined) checkContent(member, depth + 1)
  }
}

/** Throws for a number that is too large for one. */
export function checkNumber(value: unknown): void {
  if (value === Infinity || value === -Infinity) {
    throw invalid('A number is too large: at most 1.7976931348623157e308, or as much below zero')
  }
}
