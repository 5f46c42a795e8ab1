import {addressLine} from '../components/talk/addressLine.ts'
import {isoDate} from '../dates/isoDateTime.ts'
import {readTimes} from '../dates/readTimes.ts'
import {isTimeZone, wallClock} from '../dates/wallClock.ts'
import {spokenIn, type Language} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkQuery} from '../queries/talkQuery.ts'
import type {Talk} from '../talkContent.ts'
import {markdownText} from '../text/markdown.ts'
import {description} from './description.ts'
import {isAsked, type PageContext} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

/** `/talk/:slug/talk.ics`: the talk for a calendar; undefined when there is no such talk or it has no date. */
export async function talkCalendar(context: PageContext, slug: string, origin: string): Promise<string | undefined> {
  const {query, now, language} = context
  const found = await query(talkQuery, {slug, now: queryTime(now).now})
  if (!isAsked(context, found)) return undefined
  const talk = {...found, ...readTimes(found)}
  const other = addressLanguage(talk.language, language)
  const address = `${origin}${paths.talk(slug, other)}`
  return talk.start ? calendarOf(talk, talk.start, address, spokenIn(other, language)) : undefined
}

/** One VEVENT: https://www.rfc-editor.org/rfc/rfc5545. All-day talks are dates, their end the day after the last (section 3.6.1). */
function calendarOf(talk: Talk, start: string, address: string, language: Language): string {
  const place = [talk.location && markdownText(talk.location), addressLine(talk.address, language)].filter(Boolean)
  const end = talk.end && talk.end >= start ? talk.end : undefined
  const when = talk.allDay
    ? [
        `DTSTART;VALUE=DATE:${day(start, talk.timeZone, 0)}`,
        `DTEND;VALUE=DATE:${day(end ?? start, talk.endTimeZone ?? talk.timeZone, 1)}`,
      ]
    : [`DTSTART:${instant(start)}`, ...(end ? [`DTEND:${instant(end)}`] : [])]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Talks//EN',
    'BEGIN:VEVENT',
    `UID:${talk._id}@${new URL(address).hostname}`,
    `DTSTAMP:${instant(talk._updatedAt)}`,
    ...when,
    `SUMMARY:${text(talk.title ?? '')}`,
    ...(place.length > 0 ? [`LOCATION:${text(place.join(', '))}`] : []),
    ...(description(talk) ? [`DESCRIPTION:${text(description(talk))}`] : []),
    `URL:${address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function instant(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function day(iso: string, zone: string | null | undefined, later: number): string {
  const clock = wallClock(iso, zone && isTimeZone(zone) ? zone : 'UTC')
  const date = new Date(Date.UTC(clock.year, clock.month - 1, clock.day + later))
  const shown = {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()}
  return isoDate(shown).replaceAll('-', '')
}

function text(value: string): string {
  return value.replaceAll(/[\\;,]/g, (found) => `\\${found}`).replaceAll(/\r?\n/g, '\\n')
}

/** Lines of at most 75 octets, never cut inside a character (section 3.1). */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    const limit = lines.length === 0 ? 75 : 74
    if (Buffer.byteLength(current + character) > limit) {
      lines.push(current)
      current = ''
    }
    current += character
  }
  return [...lines, current].join('\r\n ')
}
