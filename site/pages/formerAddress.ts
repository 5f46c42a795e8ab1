import {formerAddressQuery} from '../queries/formerAddressQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {addressOf} from './addressOf.ts'
import {inEachSection, spellings} from './formerSpellings.ts'
import type {PageContext} from './page.ts'
import {placeOfAlias} from './placeOfAlias.ts'

/**
 * Where a page is now that has an address on the Hugo site, or whose talk stood there before it was renamed; undefined where there is none.
 *
 * @param path the address, decoded, in parts
 */
export async function formerAddress({query, now, language}: PageContext, path: string[]): Promise<string | undefined> {
  const variants = inEachSection(path)
  const addresses = spellings(variants.flatMap((parts) => endings(`/${parts.join('/')}`)))
  const aliases = [...addresses, ...spellings(variants.flatMap(besideAliases))]
  const {page, aliased} = await query(formerAddressQuery, {addresses, aliases, now: queryTime(now).now})
  const isHere = (alias: string, address: string | null) => addresses.includes(placeOfAlias(alias, address) ?? '')
  const found = page ?? aliased.find((talk) => talk.aliases?.some((alias) => isHere(alias, talk.address)))
  return found && addressOf(found, language)
}

/** An alias may name a folder in three ways. */
function endings(path: string): string[] {
  return [`${path}/`, path, `${path}/index.html`]
}

/** How an alias beside its page may name an address: the last parts of it, behind the way there. */
function besideAliases(path: string[]): string[] {
  const ends = [1, 2, 3].filter((count) => count <= path.length).map((count) => path.slice(-count).join('/'))
  return ends.flatMap((end) => ['', './', '../', '../../'].flatMap((way) => endings(`${way}${end}`)))
}
