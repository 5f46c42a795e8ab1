import type {SitemapQueryResult} from '../../schemas/sanity.types.ts'
import {isSegment} from '../pages/paths.ts'
import {placeOfAlias} from '../pages/placeOfAlias.ts'

/**
 * The addresses that lead on to a page, for a site of files: those of the Hugo site, and the aliases of talks.
 *
 * @param pages the addresses that are pages
 */
export function formerPaths(
  {talks, authors, projects, slides}: SitemapQueryResult,
  pages: readonly string[],
): string[] {
  const aliases = talks.flatMap((talk) =>
    (talk.aliases ?? []).flatMap((alias) => placeOfAlias(alias, talk.address) ?? []),
  )
  const addresses = [...talks, ...authors, ...projects, ...slides].flatMap(({address}) => address ?? [])
  const taken = new Set(pages)
  return [...new Set([...addresses, ...aliases].flatMap(asPath))].filter((path) => !taken.has(path))
}

/** An address as Hugo makes a file of it: without `.html` it is a folder's. Nothing for one that leads out of the site. */
function asPath(address: string): string[] {
  const [root, ...parts] = address.replace(/\/(?:index\.html)?$/, '').split('/')
  if (root !== '' || parts.length === 0 || !parts.every(isSegment)) return []
  const path = `/${parts.map((part) => encodeURIComponent(part.normalize('NFC'))).join('/')}`
  return [path.endsWith('.html') ? path : `${path}/`]
}
