import type {TalkTimes} from '../content.ts'
import type {Language} from '../language/strings.ts'
import {isoDate, isoDateTime, isoOffset} from './isoDateTime.ts'
import {readTimes} from './readTimes.ts'
import {isTimeZone, wallClock, type WallClock} from './wallClock.ts'

/** One end of the range: the words, and the machine-readable value of their `<time>`. */
export interface DatePiece {
  text: string
  /** The words in parts that a line should not break: the date, the clock. */
  parts: string[]
  dateTime: string
}

export interface DateRange {
  start?: DatePiece
  end?: DatePiece
  /** The zone in which the clock times are told, e.g. `Asia/Seoul (UTC+09:00)`; absent for dates without a clock. */
  zone?: string
}

/** The theme's date format, `Jan 2, 2006`, with the month's name in the language; Korean in Korean order. */
const dates = {
  ko: ({year, month, day}) => `${year}년 ${month}월 ${day}일`,
  en: ({year, month, day}) => `${monthName(month)} ${day}, ${year}`,
} satisfies Record<Language, (clock: WallClock) => string>

/** The theme's time format, `3:04 PM`. */
const times = {
  ko: (clock) => `${clock.hour < 12 ? '오전' : '오후'} ${twelve(clock)}`,
  en: (clock) => `${twelve(clock)} ${clock.hour < 12 ? 'AM' : 'PM'}`,
} satisfies Record<Language, (clock: WallClock) => string>

/**
 * When a talk is, as the theme prints it (`get_event_dates.html`): wall clocks of the talk's own zone, the end's date only
 * where it differs, no clock for all-day talks. Differs in one point: an all-day talk that ends on its first day gets no
 * dangling dash. A zone that does not exist is read as UTC, and said to be.
 */
export function dateRange(stored: TalkTimes, language: Language): DateRange {
  const talk = readTimes(stored)
  if (!talk.start) return talk.end ? dateRange({...talk, start: talk.end, end: null}, language) : {}
  const zone = knownZone(talk.timeZone)
  const start = wallClock(talk.start, zone)
  const range: DateRange = {start: piece(talk.start, zone, start, language, talk)}
  if (!talk.allDay) range.zone = zoneName(zone, start)
  if (!talk.end) return range
  const endZone = talk.endTimeZone ? knownZone(talk.endTimeZone) : zone
  const end = wallClock(talk.end, endZone)
  if (isoDate(start) !== isoDate(end)) return {...range, end: piece(talk.end, endZone, end, language, talk)}
  if (talk.allDay) return range
  return {...range, end: pieceOf([times[language](end)], isoDateTime(talk.end, endZone))}
}

function piece(instant: string, zone: string, clock: WallClock, language: Language, talk: TalkTimes): DatePiece {
  if (talk.allDay) return pieceOf([dates[language](clock)], isoDate(clock))
  return pieceOf([dates[language](clock), times[language](clock)], isoDateTime(instant, zone))
}

function pieceOf(parts: string[], dateTime: string): DatePiece {
  return {text: parts.join(' '), parts, dateTime}
}

function knownZone(zone: TalkTimes['timeZone']): string {
  return zone && isTimeZone(zone) ? zone : 'UTC'
}

function zoneName(zone: string, clock: WallClock): string {
  if (zone === 'UTC' || /^[+-]/.test(zone)) return clock.offset === 0 ? 'UTC' : `UTC${isoOffset(clock.offset)}`
  return clock.offset === 0 ? `${zone} (UTC)` : `${zone} (UTC${isoOffset(clock.offset)})`
}

function twelve({hour, minute}: WallClock): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`
}

const months = new Intl.DateTimeFormat('en-US', {month: 'short', timeZone: 'UTC'})

function monthName(month: number): string {
  return months.format(Date.UTC(2000, month - 1, 1))
}
