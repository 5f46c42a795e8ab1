import type {SitemapQueryResult} from '../../schemas/sanity.types.ts'
import type {PageContext} from '../pages/page.ts'
import {addressLanguage, isSegment, paths} from '../pages/paths.ts'
import {filesBesideQuery} from '../queries/filesBesideQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {sitemapQuery} from '../queries/sitemapQuery.ts'
import {escapeXml} from './escapeXml.ts'
import {besidePaths, formerPaths} from './formerPaths.ts'

type DocumentPath = (slug: string, language?: string) => string

interface Entry {
  slug: string | null
  language: string | null
}

/** The addresses of all pages, each once; with or without those that search engines may not list. */
function pagePaths(
  found: SitemapQueryResult,
  {language, languages}: PageContext,
  {hidden}: {hidden: boolean},
): string[] {
  const talks = found.talks.filter((talk) => hidden || talk.hidden !== true)
  const at = (path: DocumentPath, entries: Entry[]) =>
    entries.flatMap((entry) =>
      entry.slug && isSegment(entry.slug) ? path(entry.slug, addressLanguage(entry.language, language)) : [],
    )
  return [
    ...new Set([
      paths.talks,
      ...languages.map((code) => paths.talksPage(1, addressLanguage(code, language))),
      ...at(paths.talk, talks),
      ...at(paths.author, found.authors),
      ...at(paths.project, found.projects),
      ...at(paths.slides, found.slides),
      ...talks.flatMap((talk) =>
        (talk.tags ?? []).filter(isSegment).map((tag) => paths.tag(tag, addressLanguage(talk.language, language))),
      ),
    ]),
  ]
}

/**
 * The addresses of everything the site serves but its style sheet and the further pages of lists: all pages, calendars, feeds, the sitemap,
 * the icon, and what leads on, to pages and to files.
 */
export async function sitePaths(context: PageContext): Promise<string[]> {
  const {query, now, language, languages} = context
  const at = {now: queryTime(now).now}
  const [found, beside] = await Promise.all([query(sitemapQuery, at), query(filesBesideQuery, at)])
  const calendars = found.talks.flatMap((talk) =>
    talk.slug && isSegment(talk.slug) ? paths.calendar(talk.slug, addressLanguage(talk.language, language)) : [],
  )
  const feeds = [undefined, ...languages].map((code) => paths.feed(addressLanguage(code, language)))
  const pages = pagePaths(found, context, {hidden: true})
  const former = [...formerPaths(found, pages), ...besidePaths(beside)]
  return [...pages, ...calendars, ...former, ...new Set(feeds), '/sitemap.xml', '/favicon.svg']
}

/** `/sitemap.xml`: https://www.sitemaps.org/protocol.html */
export async function sitemap(context: PageContext, origin: string): Promise<string> {
  const found = await context.query(sitemapQuery, {now: queryTime(context.now).now})
  const entries = pagePaths(found, context, {hidden: false}).map(
    (path) => `<url><loc>${origin}${escapeXml(path)}</loc></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>
`
}
