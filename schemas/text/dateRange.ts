import type {Language} from './say.ts'
import {usableZone} from './zones.ts'

/** When a talk takes place: the fields of a talk document that say so. */
export interface TalkTime {
  /** UTC instants, ISO 8601. */
  start?: string | undefined
  end?: string | undefined
  allDay?: boolean | undefined
  timeZone?: string | undefined
  /** Only when the end is told in another zone than the start. */
  endTimeZone?: string | undefined
}

/**
 * The date range of a talk on the wall clock of its own zone, e.g. `2024년 10월 3일 오후 1:00~3:00 GMT+9`. All-day talks show days
 * only. Undefined without a readable start.
 */
export function formatDateRange(time: TalkTime, language: Language): string | undefined {
  const start = readInstant(time.start)
  if (start === undefined) return undefined
  const end = readInstant(time.end)
  const zone = usableZone(time.timeZone)
  const endZone = usableZone(time.endTimeZone ?? time.timeZone)
  const options: Intl.DateTimeFormatOptions =
    time.allDay === true ? {dateStyle: 'medium'} : {dateStyle: 'medium', timeStyle: 'short'}
  const format = (timeZone: string) => new Intl.DateTimeFormat(language, {...options, timeZone})
  const suffix = (timeZone: string, instant: Date) =>
    time.allDay === true ? '' : ` ${zoneName(timeZone, instant, language)}`

  if (end === undefined || end.getTime() < start.getTime())
    return tidy(format(zone).format(start) + suffix(zone, start))
  if (endZone === zone) return tidy(format(zone).formatRange(start, end) + suffix(zone, end))
  return tidy(
    `${format(zone).format(start)}${suffix(zone, start)} – ${format(endZone).format(end)}${suffix(endZone, end)}`,
  )
}

/** An ISO 8601 text as a date; undefined when absent (a preview's absent field is null) or unreadable. */
export function readInstant(text: string | null | undefined): Date | undefined {
  if (typeof text !== 'string') return undefined
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

function zoneName(timeZone: string, instant: Date, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, {timeZone, timeZoneName: 'short'}).formatToParts(instant)
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? timeZone
}

/** ICU separates with thin and narrow spaces that look like missing glyphs in some fonts. */
function tidy(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/g, ' ')
}
