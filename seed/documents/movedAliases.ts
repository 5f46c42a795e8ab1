import {posix} from 'node:path'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import type {Page} from './page.ts'
import {pageAddress} from './pageAddress.ts'

/**
 * The aliases of a page that is published elsewhere now: those that it says and its old address, but none at which it is
 * itself, or another page. Hugo takes the words of a text for aliases too. One that is beside the page, and would move with
 * it into another folder, is written in full.
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
  const staysBeside = posix.dirname(was) === posix.dirname(is)
  const kept = (alias: FrontMatterValue) =>
    typeof alias === 'string' && !alias.startsWith('/') && !staysBeside ? placeOfAlias(alias, was) : alias
  const isFree = (alias: FrontMatterValue) => {
    const place = typeof alias === 'string' ? placeOfAlias(alias, is) : ''
    return place !== is && !isTaken(place)
  }
  const aliases = [...old.filter((alias) => alias !== was).map(kept), was].filter(isFree)
  return aliases.length === old.length && aliases.every((alias) => old.includes(alias)) ? undefined : aliases
}

/**
 * Where Hugo puts an alias: without a slash at its start it is beside the page, with or without one at its end it is written as
 * the page's address is (hugolib/site_render.go: `renderAliases`).
 *
 * @param address that of the page which has the alias
 */
export function placeOfAlias(alias: string, address: string): string {
  const bare = posix.resolve(posix.dirname(address), alias)
  return bare.endsWith('.html') ? bare : `${bare}${address.endsWith('.html') ? '.html' : '/'}`
}
