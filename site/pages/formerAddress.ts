import {formerAddressQuery} from '../queries/formerAddressQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import type {PageContext} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

/** The sections under which Hugo Blox has had its talks; an alias names the one of its time. */
const sections = ['talk', 'event', 'events']

/**
 * Where the talk is now whose page stood at an address, here or on the Hugo site, before it was renamed; undefined where none did.
 *
 * @param path the address, decoded, in parts
 */
export async function formerAddress({query, now, language}: PageContext, path: string[]): Promise<string | undefined> {
  const at = path.findIndex((part) => sections.includes(part))
  const variants = at < 0 ? [path] : sections.map((section) => path.with(at, section))
  const addresses = variants.flatMap((parts) => [`/${parts.join('/')}/`, `/${parts.join('/')}`])
  const talk = await query(formerAddressQuery, {addresses, now: queryTime(now).now})
  return talk?.slug ? paths.talk(talk.slug, addressLanguage(talk.language, language)) : undefined
}
