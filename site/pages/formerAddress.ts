import {formerAddressQuery} from '../queries/formerAddressQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {addressOf} from './addressOf.ts'
import type {PageContext} from './page.ts'

/** The sections under which Hugo Blox has had its talks; an alias names the one of its time. */
const sections = ['talk', 'event', 'events']

/**
 * Where a page is now that has an address on the Hugo site, or whose talk stood there before it was renamed; undefined where there is none.
 *
 * @param path the address, decoded, in parts
 */
export async function formerAddress({query, now, language}: PageContext, path: string[]): Promise<string | undefined> {
  const at = path.findIndex((part) => sections.includes(part))
  const variants = at < 0 ? [path] : sections.map((section) => path.with(at, section))
  const written = variants.flatMap((parts) => [`/${parts.join('/')}/`, `/${parts.join('/')}`])
  const addresses = [
    ...new Set(written.flatMap((address) => [address, address.toLowerCase(), address.normalize('NFD')])),
  ]
  const found = await query(formerAddressQuery, {addresses, now: queryTime(now).now})
  return found ? addressOf(found, language) : undefined
}
