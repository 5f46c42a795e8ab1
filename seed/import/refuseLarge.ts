import type {Refusal} from '../bundle/refusal.ts'
import type {PageText} from '../conversion/convertPage.ts'
import type {AnyDocument} from '../documents/types.ts'

/** Bytes of JSON that a Content Lake takes of one document (https://www.sanity.io/docs/content-lake/technical-limits). */
const LIMIT = 32 * 1024 * 1024
/** What the import adds: hashes of fields, ids of assets. */
const SEAL = 64 * 1024
/** Letters of a page that give no document near the limit, be each paragraph as short as it may. */
const HARMLESS = 150_000

/** Refuses a page whose document no lake would take; nothing for any other. */
export function refuseLarge({file, text}: PageText, document: AnyDocument): Refusal | undefined {
  if (text.length < HARMLESS) return undefined
  const size = Buffer.byteLength(JSON.stringify(document))
  if (size < LIMIT - SEAL) return undefined
  const message = `The page is too large: its document has ${Math.ceil(size / 2 ** 20)} MB, and a Content Lake takes 32. Divide it, or keep its data in a file beside it`
  return {path: file.path, message}
}
