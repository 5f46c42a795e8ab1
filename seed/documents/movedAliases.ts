import type {SiteConfig} from '../bundle/siteConfig.ts'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import type {Page} from './page.ts'
import {pageAddress} from './pageAddress.ts'

/**
 * The aliases of a page that is published elsewhere now: those that it says and its old address, but never the one that
 * it has. Hugo takes the words of a text for aliases too.
 * @returns Nothing when its address stays, is not known, or was never public: a draft's.
 */
export function movedAliases(before: Page, after: Page, config: SiteConfig): FrontMatterValue[] | undefined {
  const hasNone = [before, after].some(({file}) => file.section === 'data')
  if (hasNone || before.values.get('draft') === true) return undefined
  const [was, is] = [pageAddress(before, config), pageAddress(after, config)]
  if (was === undefined || is === undefined || was === is) return undefined
  const written = after.values.get('aliases')
  const old = Array.isArray(written) ? written : typeof written === 'string' ? written.split(/\s+/).filter(Boolean) : []
  return [...old.filter((alias) => alias !== was && (typeof alias !== 'string' || trimmed(alias) !== trimmed(is))), was]
}

function trimmed(address: string): string {
  return address.replace(/^\/|\/$/g, '')
}
