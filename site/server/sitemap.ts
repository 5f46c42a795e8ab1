import type {PageContext} from '../pages/page.ts'
import {paths} from '../pages/paths.ts'
import {queryTime} from '../queries/queryTime.ts'
import {sitemapQuery} from '../queries/sitemapQuery.ts'

/** The addresses of every page, each once. Pages that ask not to be indexed are in it only for `hidden: true`. */
export async function sitePaths({query, now}: PageContext, {hidden}: {hidden: boolean}): Promise<string[]> {
  const found = await query(sitemapQuery, {now: queryTime(now).now})
  const talks = found.talks.filter((talk) => hidden || talk.hidden !== true)
  const at = (path: (slug: string) => string, entries: Array<{slug?: string | null | undefined}>) =>
    entries.flatMap(({slug}) => (slug ? path(slug) : []))
  const tags = talks.flatMap((talk) => talk.tags ?? []).map((tag) => paths.tag(tag))
  return [
    ...new Set([
      paths.talks,
      ...at(paths.talk, talks),
      ...at(paths.author, found.authors),
      ...at(paths.project, found.projects),
      ...at(paths.slides, found.slides),
      ...tags,
    ]),
  ]
}

/** `/sitemap.xml`: https://www.sitemaps.org/protocol.html */
export async function sitemap(context: PageContext, origin: string): Promise<string> {
  const addresses = await sitePaths(context, {hidden: false})
  const entries = addresses.map(
    (path) => `<url><loc>${origin}${path.replaceAll('&', '&amp;').replaceAll("'", '&apos;')}</loc></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>
`
}
