import {formatGoDate} from '../../frontMatter/formatGoDate.ts'
import {type FrontMatterValue, isNothing, showValue} from '../../frontMatter/frontMatterValue.ts'
import {type GoDate, readGoDate, toldZone} from '../../frontMatter/goDate.ts'
import {isTimeZone, offsetMinutesAt, wallClock, zonedToInstant} from '../../frontMatter/timeZone.ts'
import type {FieldCodec} from '../codec.ts'
import {hugoDateKey} from '../describeRejectedDate.ts'
import {dialects, keepsPublishDateInDate, startKeyOf} from '../dialects.ts'
import {noticeLeftover} from '../leftovers.ts'
import type {Reader} from '../reader.ts'
import type {Talk} from '../types.ts'
import type {Writer} from '../writer.ts'
import {readDate} from './readDate.ts'

type When = Pick<Talk, 'start' | 'end' | 'allDay' | 'timeZone' | 'endTimeZone'>

/**
 * When the talk takes place. The zone is the site's where it agrees with the offset in the file, else that offset;
 * a zone that an offset cannot say goes to keys of our own (`time_zone`, `time_zone_end`) that no template reads.
 */
export const whenField: FieldCodec<Talk> = {
  fields: ['start', 'end', 'allDay', 'timeZone', 'endTimeZone'],
  keys: [
    'date',
    'date_end',
    'time_start',
    'time_end',
    'event_start',
    'event_end',
    'all_day',
    'event_all_day',
    'time_zone',
    'time_zone_end',
  ],
  read(reader) {
    const keys = keysOf(reader)
    const siteZone = reader.site.config.timeZone
    const allDay = keys.allDay === undefined ? undefined : reader.flag(keys.allDay)
    const start = readTime(reader, keys.start)
    const end = readTime(reader, keys.end)
    if (keys.start === 'date' && reader.value('date') === undefined) noticeShownInstead(reader)
    noticeGuessedZone(reader, [
      [keys.start, start],
      [keys.end, end],
    ])
    const timeZone = start ? zoneOf(reader, 'time_zone', start) : end && zoneOf(reader, 'time_zone_end', end)
    const endTimeZone = end && zoneOf(reader, 'time_zone_end', end, timeZone)
    const when: When = {}
    if (start) when.start = allDay === true ? firstInstantOfDay(start.instant, timeZone ?? siteZone) : start.instant
    if (end) when.end = allDay === true ? firstInstantOfDay(end.instant, endTimeZone ?? siteZone) : end.instant
    if (allDay !== undefined) when.allDay = allDay
    if (timeZone !== undefined) when.timeZone = timeZone
    if (endTimeZone !== undefined && endTimeZone !== timeZone) when.endTimeZone = endTimeZone
    if (when.start !== undefined && when.end !== undefined && Date.parse(when.end) < Date.parse(when.start)) {
      reader.notice('endBeforeStart', keys.end ?? 'date_end', 'The talk ends before it starts; both were kept.')
    }
    if (start?.offset === 0 && start.instant.endsWith('T13:00:00Z') && end?.instant.endsWith('T15:00:00Z')) {
      const message = "13:00 to 15:00 UTC is probably the template's own time; it was kept as written."
      reader.notice('templateLeftover', keys.start, message, start.instant)
    }
    return when
  },
  write(document, writer, base) {
    const names = dialects[writer.dialect]
    const zone = document.timeZone ?? writer.site.config.timeZone
    const endZone = document.endTimeZone ?? zone
    const told = document.allDay !== base.allDay || document.timeZone !== base.timeZone
    if (told || document.start !== base.start) {
      const keys = {dates: [startKey(writer)], zone: 'time_zone'} as const
      writeDate(writer, keys, {instant: document.start, zone, dateOnly: document.allDay === true})
      if (document.start === undefined && writer.dialect === 'kit') freeDate(writer)
    }
    if (told || document.end !== base.end || document.endTimeZone !== base.endTimeZone) {
      const keys = {dates: [names.end, 'date_end', 'time_end', 'event_end'], zone: 'time_zone_end'} as const
      if (document.end !== undefined || base.end !== undefined) {
        const startZone = document.start && zone
        writeDate(writer, keys, {instant: document.end, zone: endZone, dateOnly: document.allDay === true, startZone})
      }
    }
    if (document.allDay !== base.allDay) {
      writer.setFirst([names.allDay, 'all_day', 'event_all_day'], document.allDay)
    }
  },
}

/** The generation's own key, unless the page keeps its start in `date` alone: beside the other, that is a publish date. */
function startKey(writer: Writer): string {
  const {start} = dialects[writer.dialect]
  const {dialect, values} = writer.page
  if (!keepsPublishDateInDate(writer.dialect)) return writer.keyFor(start)
  return startKeyOf(dialect, values) === 'date' && Boolean(values.get('date')) ? 'date' : start
}

/** The kit would take a publish date in `date` for the start that was cleared. */
function freeDate(writer: Writer): void {
  const {values} = writer.page
  const date = writer.current('date')
  if (isNothing(date)) return
  writer.set('date', undefined)
  if (['publishdate', 'pubdate', 'published'].every((key) => isNothing(values.get(key))))
    writer.set('publishDate', date)
}

function keysOf(reader: Reader): {start: string; end: string | undefined; allDay: string | undefined} {
  const {page} = reader
  const kit = page.dialect === 'kit'
  const start = startKeyOf(page.dialect, page.values)
  const end =
    page.dialect === 'academic2'
      ? reader.firstKey('time_end')
      : reader.firstKey(...(kit ? ['event_end'] : []), 'date_end')
  const allDay = page.values.has('event_all_day') && kit ? 'event_all_day' : reader.firstKey('all_day')
  return {start, end, allDay}
}

function readTime(reader: Reader, key: string | undefined): GoDate | undefined {
  const value = key === undefined ? undefined : reader.value(key)
  if (key === undefined || value === undefined) return undefined
  if (isNone(key, value)) return undefined
  const date = readDate(reader, key)
  if (date && typeof value === 'string') noticeLeftover(reader, 'date', value)
  return date
}

/** Templates take an empty list or map for no date. `date` is read by Hugo itself, which cannot. */
function isNone(key: string, value: FrontMatterValue): boolean {
  return key !== 'date' && typeof value === 'object' && Object.keys(value ?? {}).length === 0
}

/** Hugo takes another date for that of a talk that has none, and the theme shows it as the start. */
function noticeShownInstead(reader: Reader): void {
  const key = hugoDateKey(reader.page.values, 'date', reader.site.config.timeZone)
  if (key === undefined) return
  const message = `The talk has no "date": Hugo shows "${key}" as its start, the Studio none. Write it as "date" too.`
  reader.notice('missingDate', key, message, showValue(reader.value(key)))
}

/** Once a page, at its first date without an offset. */
function noticeGuessedZone(
  reader: Reader,
  dates: ReadonlyArray<readonly [key: string | undefined, date: GoDate | undefined]>,
): void {
  const {timeZone, timeZoneIsGuessed} = reader.site.config
  const key = dates.find(([, date]) => date && date.offset === undefined)?.[0]
  if (timeZoneIsGuessed !== true || key === undefined) return
  const message = `The date has no offset, and the site's configuration no timeZone: it was read as of ${timeZone}, where Hugo takes UTC. Set it there, e.g. timeZone: Europe/Paris.`
  reader.notice('guessedTimeZone', key, message)
}

function zoneOf(reader: Reader, key: string, date: GoDate, startZone?: string): string {
  const named = reader.text(key)
  if (named !== undefined) {
    const agrees =
      isTimeZone(named) && (date.offset === undefined || offsetMinutesAt(date.instant, named) === date.offset)
    if (agrees) return named
    reader.notice('unknownTimeZone', key, `"${key}" does not agree with the date; the date's own offset counts.`, named)
  }
  return zoneOfDate(date, reader.site.config.timeZone, startZone)
}

/** The zone that an end shares with its start where their offsets agree, else the one that the date itself tells. */
function zoneOfDate(date: GoDate, siteZone: string, startZone: string | undefined): string {
  const shared =
    startZone !== undefined && date.offset !== undefined && offsetMinutesAt(date.instant, startZone) === date.offset
  return shared ? startZone : toldZone(date, siteZone)
}

/** Midnight of the day in which an instant falls, where the clocks of the zone show it. */
function firstInstantOfDay(instant: string, zone: string): string {
  const day = `${wallClock(instant, zone).slice(0, 10)}T00:00:00Z`
  return new Date(zonedToInstant(Date.parse(day), zone)).toISOString().replace('.000Z', 'Z')
}

interface ZonedDate {
  /** ISO 8601; nothing takes the date away. */
  instant: string | undefined
  /** The zone in which it is told. */
  zone: string
  dateOnly: boolean
  /** Of an end: the zone that it shares with the start where their offsets agree. */
  startZone?: string | undefined
}

/** Writes a date in its zone, which has a key of its own only where the date does not tell it. */
function writeDate(
  writer: Writer,
  keys: {dates: readonly [string, ...string[]]; zone: string},
  {instant, zone, dateOnly, startZone}: ZonedDate,
): void {
  if (instant === undefined) {
    writer.setFirst(keys.dates, undefined)
    writer.remove(keys.zone)
    return
  }
  const key = writer.keyFor(...keys.dates)
  const siteZone = writer.site.config.timeZone
  const text = formatGoDate(instant, zone, {like: writer.current(key), siteZone, dateOnly})
  writer.set(key, text)
  const read = readGoDate(text, siteZone)
  if (read && zoneOfDate(read, siteZone, startZone) !== zone) writer.set(keys.zone, zone)
  else writer.remove(keys.zone)
}
