import type {SiteConfig} from '../../bundle/siteConfig.ts'
import type {FrontMatterValue} from '../../frontMatter/frontMatterValue.ts'
import type {Page} from '../page.ts'
import {pageAddress} from '../pageAddress.ts'

/**
 * The aliases of a page that another generation publishes elsewhere: its old address, but never the one it has.
 * @returns Nothing when its address stays, or is not known.
 */
export function movedAliases(before: Page, after: Page, config: SiteConfig): FrontMatterValue[] | undefined {
  const {type} = before.file
  if ((type !== 'talk' && type !== 'project') || before.file.path === after.file.path) return undefined
  const [was, is] = [pageAddress(before, config), pageAddress(after, config)]
  if (was === undefined || is === undefined || was === is) return undefined
  const written = after.values.get('aliases')
  const old = Array.isArray(written)
    ? written
    : written === undefined || written === null || written === ''
      ? []
      : [written]
  return [...old.filter((alias) => alias !== was && (typeof alias !== 'string' || trimmed(alias) !== trimmed(is))), was]
}

function trimmed(address: string): string {
  return address.replace(/^\/|\/$/g, '')
}
