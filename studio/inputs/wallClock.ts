import {Temporal} from 'temporal-polyfill'

/** What a clock and a calendar on the wall show: `2024-10-03` and `13:00`. */
export interface WallClock {
  /** YYYY-MM-DD */
  date: string
  /** HH:mm, or HH:mm:ss where the instant has seconds. */
  time: string
}

/** The wall clock of a zone at an instant (ISO 8601). Undefined when the text is no instant. */
export function toWallClock(instant: string, zone: string): WallClock | undefined {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) return undefined
  const local = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone)
  const smallestUnit = local.second === 0 && local.millisecond === 0 ? 'minute' : 'second'
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({smallestUnit, roundingMode: 'trunc'}),
  }
}

/**
 * The instant at which a zone's wall clock shows this, as `2024-10-03T13:00:00Z`. A time that a clock change skips is
 * taken by the offset before it, one that comes twice is the first (RFC 5545, section 3.3.5).
 */
export function toInstant({date, time}: WallClock, zone: string): string {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`)
  return local.toZonedDateTime(zone, {disambiguation: 'compatible'}).toInstant().toString({smallestUnit: 'second'})
}

/** The first instant of a day in a zone: what an all-day talk stores. */
export function firstInstantOf(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString({smallestUnit: 'second'})
}

/** The instant at which the new zone's wall clock shows what the old zone's showed. */
export function keepWallClock(instant: string, oldZone: string, newZone: string): string {
  const clock = toWallClock(instant, oldZone)
  return clock === undefined ? instant : toInstant(clock, newZone)
}

/** The same wall clock an hour later. */
export function oneHourLater({date, time}: WallClock): WallClock {
  const later = Temporal.PlainDateTime.from(`${date}T${time}`).add({hours: 1})
  return {date: later.toPlainDate().toString(), time: later.toPlainTime().toString({smallestUnit: 'minute'})}
}

/** Whether a text is a date that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}
