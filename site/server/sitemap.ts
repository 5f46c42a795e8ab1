import type {SitemapQueryResult} from '../../schemas/sanity.types.ts'
import type {PageContext} from '../pages/page.ts'
import {addressLanguage, isSegment, paths} from '../pages/paths.ts'
import {pageCount} from '../pages/talkListPage.tsx'
import {queryTime} from '../queries/queryTime.ts'
import {sitemapQuery} from '../queries/sitemapQuery.ts'
import {talkListQuery} from '../queries/talkListQuery.ts'
import {escapeXml} from './escapeXml.ts'
import {formerPaths} from './formerPaths.ts'

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

/** The addresses of everything the site serves but its style sheet: all pages, calendars, the sitemap, the icon, and what leads on. */
export async function sitePaths(context: PageContext): Promise<string[]> {
  const {query, now, language, languages} = context
  const others = languages.filter((code) => code !== language)
  const [found, ...lists] = await Promise.all([
    query(sitemapQuery, {now: queryTime(now).now}),
    listPaths(context, undefined),
    ...others.map((code) => listPaths(context, code)),
  ])
  const calendars = found.talks.flatMap((talk) =>
    talk.slug && isSegment(talk.slug) ? paths.calendar(talk.slug, addressLanguage(talk.language, language)) : [],
  )
  const pages = pagePaths(found, context, {hidden: true})
  const all = [...pages, ...lists.flat()]
  return [...all, ...calendars, ...formerPaths(found, all), '/sitemap.xml', '/favicon.svg']
}

/** The further pages of a list, the first being among all pages. */
async function listPaths({query, now}: PageContext, other: string | undefined): Promise<string[]> {
  const wanted = other === undefined ? {} : {language: other}
  const {pastCount} = await query(talkListQuery, {...queryTime(now), from: 0, to: 1, ...wanted})
  return Array.from({length: pageCount(pastCount) - 1}, (_, index) => paths.talksPage(index + 2, other))
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
