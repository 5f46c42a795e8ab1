import {NoSiteError, type Site, readSite} from '../bundle/readSite.ts'

/** A site's pages; nothing for a folder that is no site. */
export function tryReadSite(folder: string): Site | undefined {
  try {
    return readSite(folder)
  } catch (error) {
    if (error instanceof NoSiteError) return undefined
    throw error
  }
}
