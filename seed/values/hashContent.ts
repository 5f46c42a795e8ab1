import {canonicalJson} from './canonicalJson.ts'
import {hashText} from './hashText.ts'

/**
 * Hash of a value's content: blind to `_key`s, to the strength of references, to the order of members and, of an instant, to
 * milliseconds that are none: Sanity's own input of a date writes them, a page does not. 12 hex digits.
 */
export function hashContent(value: unknown): string {
  return hashText(canonicalJson(typeof value === 'string' ? value.replace(NO_MILLISECONDS, '$1Z') : value))
}

const NO_MILLISECONDS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z$/
