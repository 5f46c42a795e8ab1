import type {PageContext} from '../pages/page.ts'
import {calendarOf} from '../pages/routes.ts'
import {talkCalendar} from '../pages/talkCalendar.ts'
import {feed, feedOf} from './feed.ts'
import {sitemap} from './sitemap.ts'

/** A file that is written from what the lake holds. */
export interface WrittenFile {
  type: string
  /** The language that its address names. */
  asked?: string
  /** Its text; undefined where the lake has nothing for it. Throws LakeUnavailable. */
  write(context: PageContext, origin: string): Promise<string | undefined>
}

/** The sitemap, a feed or a talk's calendar, given its decoded path; undefined for any other address. */
export function writtenFileOf(path: string[]): WrittenFile | undefined {
  if (path.join('/') === 'sitemap.xml') return {type: 'application/xml; charset=utf-8', write: sitemap}
  const wantedFeed = feedOf(path)
  if (wantedFeed) return {...wantedFeed, type: 'application/rss+xml; charset=utf-8', write: feed}
  const calendar = calendarOf(path)
  return (
    calendar && {
      ...(calendar.asked !== undefined && {asked: calendar.asked}),
      type: 'text/calendar; charset=utf-8',
      write: (context, origin) => talkCalendar(context, calendar.slug, origin),
    }
  )
}
