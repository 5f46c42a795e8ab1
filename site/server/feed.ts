import {spokenIn, strings} from '../language/strings.ts'
import {description} from '../pages/description.ts'
import {isLanguageOf, type PageContext} from '../pages/page.ts'
import {addressLanguage, paths} from '../pages/paths.ts'
import {feedQuery} from '../queries/feedQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {siteQuery} from '../queries/siteQuery.ts'
import {escapeXml} from './escapeXml.ts'

/** `/index.xml`, `/en/index.xml`: the language that it names, if any; undefined for any other address. */
export function feedOf(path: string[]): {asked?: string} | undefined {
  const [file, asked, ...rest] = path.toReversed()
  if (file !== 'index.xml' || rest.length > 0) return undefined
  return asked === undefined ? {} : {asked}
}

/**
 * The newest talks as RSS, in the order of Hugo's feed of a section: https://www.rssboard.org/rss-specification. What is new about a
 * talk is that it was published, so that is its date; Hugo gives the talk's own, which may be far ahead. Undefined where no talk has the language.
 */
export async function feed(context: PageContext, origin: string): Promise<string | undefined> {
  const {query, now, language, languages, asked} = context
  if (!isLanguageOf(languages, asked)) return undefined
  const other = addressLanguage(asked, language)
  const words = strings[spokenIn(other, language)]
  const [owner, talks] = await Promise.all([query(siteQuery), query(feedQuery, {now: queryTime(now).now})])
  const title = owner?.name ? words.talksBy(owner.name) : words.talks
  const items = talks.map((talk) => {
    const address = `${origin}${paths.talk(talk.slug ?? '', addressLanguage(talk.language, language))}`
    return element('item', [
      element('title', escapeXml(talk.title || words.untitled)),
      element('link', escapeXml(address)),
      `<guid isPermaLink="false">${escapeXml(talk._id)}</guid>`,
      ...dated('pubDate', talk.publishDate ?? talk.start),
      element('description', escapeXml(description(talk))),
    ])
  })
  const channel = element('channel', [
    element('title', escapeXml(title)),
    element('link', `${origin}${paths.talksPage(1, other)}`),
    `<atom:link href="${origin}${paths.feed(other)}" rel="self" type="application/rss+xml"/>`,
    element('description', escapeXml(title)),
    element('language', escapeXml(asked ?? language)),
    ...items,
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">${channel}</rss>\n`
}

function element(name: string, content: string | string[]): string {
  return `<${name}>${typeof content === 'string' ? content : content.join('')}</${name}>`
}

/** An instant as RFC 822 has it, with a year of four digits. */
function dated(name: string, instant: string | null): string[] {
  const date = new Date(instant ?? '')
  return Number.isNaN(date.getTime()) ? [] : [element(name, date.toUTCString())]
}
