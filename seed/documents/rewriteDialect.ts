import type {PageFile} from '../bundle/findPages.ts'
import type {Dialect} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import type {Page} from './page.ts'
import type {SiteView} from './site.ts'

export function rewriteDialect({page}: {page: Page; dialect: Dialect; site: SiteView}): {
  file: PageFile
  text: string
  notices: Notice[]
} {
  return {file: page.file, text: page.text, notices: []}
}
