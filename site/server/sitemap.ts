import type {PageContext} from '../pages/page.ts'
import {paths} from '../pages/paths.ts'
import {pageCount} from '../pages/talkListPage.tsx'
import {queryTime} from '../queries/queryTime.ts'
import {sitemapQuery} from '../queries/sitemapQuery.ts'
import {talkListQuery} from '../queries/talkListQuery.ts'

/** The addresses of all pages that search engines may list, each once. */
async function pagePaths({query, now}: PageContext, {hidden}: {hidden: boolean}): Promise<string[]> {
  const found = await query(sitemapQuery, {now: queryTime(now).now})
  const talks = found.talks.filter((talk) => hidden || talk.hidden !== true)
  const at = (path: (slug: string) => string, entries: Array<{slug: string | null}>) =>
    entries.flatMap(({slug}) => (slug ? path(slug) : []))
  return [
    ...new Set([
      paths.talks,
      ...at(paths.talk, talks),
      ...at(paths.author, found.authors),
      ...at(paths.project, found.projects),
      ...at(paths.slides, found.slides),
      ...talks.flatMap(({tags}) => tags ?? []).map((tag) => paths.tag(tag)),
    ]),
  ]
}

/** The addresses of everything the site serves but its style sheet: all pages, calendars, the sitemap and the icon. */
export async function sitePaths(context: PageContext): Promise<string[]> {
  const [pages, {pastCount}, {talks}] = await Promise.all([
    pagePaths(context, {hidden: true}),
    context.query(talkListQuery, {...queryTime(context.now), from: 0, to: 1}),
    context.query(sitemapQuery, {now: queryTime(context.now).now}),
  ])
  const lists = Array.from({length: pageCount(pastCount) - 1}, (_, index) => paths.talksPage(index + 2))
  const calendars = talks.flatMap(({slug}) => (slug ? paths.calendar(slug) : []))
  return [...pages, ...lists, ...calendars, '/sitemap.xml', '/favicon.svg']
}

/** `/sitemap.xml`: https://www.sitemaps.org/protocol.html */
export async function sitemap(context: PageContext, origin: string): Promise<string> {
  const addresses = await pagePaths(context, {hidden: false})
  const entries = addresses.map((path) => `<url><loc>${origin}${escapeXml(path)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>
`
}

function escapeXml(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll("'", '&apos;')
}
