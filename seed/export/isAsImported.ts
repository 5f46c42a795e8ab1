import {isUnedited, readFingerprint} from '../documents/fingerprint.ts'
import type {StoredDocument} from '../plan/plan.ts'
import type {ExportRun} from './exportRun.ts'

/**
 * Whether neither a document nor its page was changed since the import, so that there is nothing to write: told by their
 * hashes, without converting the page, which takes five times as long. False is no more than a "perhaps".
 */
export function isAsImported(
  document: StoredDocument,
  onDisk: string | undefined,
  {options, moved, renamed, assets}: ExportRun,
): boolean {
  const {hugo} = document
  if (!hugo || onDisk !== hugo.source || options.dialect || moved.size + renamed.size > 0) return false
  // Whether a page is a draft is said in the file too, and not always the same.
  if (document._id.startsWith('drafts.') || /draft/i.test(hugo.source)) return false
  const imported = readFingerprint(hugo.fingerprint)
  return (
    !imported.draft &&
    isUnedited(document, imported) &&
    Object.entries(imported.assets).every(([path, id]) => assets.holds(path, id))
  )
}
