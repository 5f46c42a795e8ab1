import type {FilesBesideQueryResult, SitemapQueryResult} from '../../schemas/sanity.types.ts'
import {filesBeside} from '../pages/filesBeside.ts'
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

/** The addresses of the files that the Hugo site has beside its pages. */
export function besidePaths(pages: FilesBesideQueryResult): string[] {
  const addresses = pages.flatMap((page) =>
    page.address?.endsWith('/') ? [...filesBeside(page).keys()].map((name) => `${page.address}${name}`) : [],
  )
  return [...new Set(addresses.flatMap(encoded))]
}

/** An address as Hugo makes a file of it: without `.html` it is a folder's. Nothing for one that leads out of the site. */
function asPath(address: string): string[] {
  return encoded(address.replace(/\/(?:index\.html)?$/, '')).map((path) => (path.endsWith('.html') ? path : `${path}/`))
}

function encoded(address: string): string[] {
  const [root, ...parts] = address.split('/')
  if (root !== '' || parts.length === 0 || !parts.every(isSegment)) return []
  return [`/${parts.map((part) => encodeURIComponent(part.normalize('NFC'))).join('/')}`]
}
