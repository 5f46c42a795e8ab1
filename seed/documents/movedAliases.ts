import type {SiteConfig} from '../bundle/siteConfig.ts'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import type {Page} from './page.ts'
import {pageAddress} from './pageAddress.ts'

/**
 * The aliases of a page that is published elsewhere now: those that it says and its old address, but none at which it is
 * itself, or another page. Hugo takes the words of a text for aliases too.
 * @param isTaken Whether another page has an address.
 * @returns Nothing when its address stays, is not known, or was never public (a draft's), or when its aliases stay.
 */
export function movedAliases(
  before: Page,
  after: Page,
  config: SiteConfig,
  isTaken: (address: string) => boolean = () => false,
): FrontMatterValue[] | undefined {
  const hasNone = [before, after].some(({file}) => file.section === 'data')
  if (hasNone || before.values.get('draft') === true) return undefined
  const [was, is] = [pageAddress(before, config), pageAddress(after, config)]
  if (was === undefined || is === undefined || was === is) return undefined
  const written = after.values.get('aliases')
  const old = Array.isArray(written) ? written : typeof written === 'string' ? written.split(/\s+/).filter(Boolean) : []
  const isFree = (alias: FrontMatterValue) => {
    const place = typeof alias === 'string' ? placeOfAlias(alias, is) : ''
    return place !== is && !isTaken(place)
  }
  const aliases = [...old.filter((alias) => alias !== was), was].filter(isFree)
  return aliases.length === old.length && aliases.every((alias) => old.includes(alias)) ? undefined : aliases
}

/** Where Hugo puts an alias: it does not mind whether that begins and ends with a slash, and writes it as the page's address. */
export function placeOfAlias(alias: string, address: string): string {
  const bare = `/${alias.replace(/^\/|\/$/g, '')}`
  return bare.endsWith('.html') ? bare : `${bare}${address.endsWith('.html') ? '.html' : '/'}`
}
