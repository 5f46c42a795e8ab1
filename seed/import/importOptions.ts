import type {SanityClient} from '@sanity/client'
import type {Prefer} from '../plan/mergeValue.ts'

export interface ImportOptions {
  client: SanityClient
  /** Folder of the Hugo site: the one with `content` in it. */
  folder: string
  /** Plan and report, write nothing. */
  dryRun?: boolean
  /** Read every page again, also those that did not change since the last import. */
  all?: boolean
  prefer?: Prefer
  /** Delete documents whose file is gone. */
  prune?: boolean
  /** Zone of dates without offset when the site's configuration names none. */
  timeZone?: string
  /** Prints the summary, line by line. */
  print?: (line: string) => void
  /** Called as pages are done. */
  onProgress?: (done: number, total: number) => void
}
