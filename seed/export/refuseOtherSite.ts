import {NoSiteError, type Site} from '../bundle/readSite.ts'
import type {SyncRecord} from '../client/syncRecord.ts'

/**
 * Keeps the lake's pages out of another site's folder, where all of them would seem deleted, or new. It is another site when
 * most of its pages were never in the lake, and most of those that were are not there: a site has some pages that were not
 * imported yet, and has lost some that were, but not both for the most part. A folder without pages is the beginning of a site.
 * @throws NoSiteError
 */
export function refuseOtherSite({folder, pages}: Site, {texts}: SyncRecord): void {
  const known = pages.filter(({path}) => texts.has(path)).length
  if (known * 2 >= pages.length || known * 2 >= texts.size) return
  throw new NoSiteError(
    `"${folder}" holds another site than the lake, which has had ${texts.size} pages and knows ${known} of the ${pages.length} there. Nothing was written. If both belong together, import it first, with npm run seed; a new site begins in an empty folder.`,
  )
}
