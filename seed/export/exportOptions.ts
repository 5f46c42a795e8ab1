import type {SanityClient} from '@sanity/client'
import type {Dialect} from '../markdown/types.ts'
import type {Prefer} from '../plan/mergeValue.ts'

export interface ExportOptions {
  client: SanityClient
  /** Folder of the Hugo site; in an empty one, or one with only a configuration, a site begins. */
  folder: string
  dryRun?: boolean
  prefer?: Prefer
  /** Remove the files of documents that were deleted. */
  prune?: boolean
  timeZone?: string
  /** Rewrites the whole site for a generation of the theme; by default every page keeps its own. */
  dialect?: Dialect
}
