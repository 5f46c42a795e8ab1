import {offsetMinutesAt, zonedToInstant} from './timeZone.ts'

/** A date as Go reads it: the instant, and how it was written. */
export interface GoDate {
  /** UTC, `2024-10-03T13:00:00Z`; with milliseconds only when there are any. */
  instant: string
  /** Minutes east of UTC as written; absent when the site's zone was used. */
  offset?: number
  /** Written without a time of day. */
  dateOnly: boolean
}

interface Fields {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  fraction?: string
  offset?: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTH = `(?<name>${anyCase(MONTHS)})`
const DAY_SHORT = `(?:${anyCase(DAYS.map((day) => day.slice(0, 3)))})`
const DAY_LONG = `(?:${anyCase(DAYS)})`
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?'
const SHORT_CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d\\d)'
const DATE = '(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)'
const NAMED_ZONE = '(?:[A-Z]{3,4}|[A-Z]{3}[+-]\\d{1,2}|[+-]\\d\\d)'

/**
 * The layouts that Hugo tries, in its order (spf13/cast, timeFormats). A named zone (`PST`) has no offset in Go, so
 * there the site's zone counts; the layouts that hold only a time of day are left out, since they give no date.
 */
const LAYOUTS = [
  `${DATE}T${CLOCK}(?<zone>Z|[+-]\\d\\d:\\d\\d)`,
  `${DATE}T${CLOCK}`,
  `${DAY_SHORT}, +(?<day>\\d\\d) +${MONTH} +(?<year>\\d{4}) +${CLOCK} +(?<zone>[+-]\\d{4})`,
  `${DAY_SHORT}, +(?<day>\\d\\d) +${MONTH} +(?<year>\\d{4}) +${CLOCK} +${NAMED_ZONE}`,
  `(?<day>\\d\\d) +${MONTH} +(?<shortYear>\\d\\d) +${SHORT_CLOCK} +(?<zone>[+-]\\d{4})`,
  `(?<day>\\d\\d) +${MONTH} +(?<shortYear>\\d\\d) +${SHORT_CLOCK} +${NAMED_ZONE}`,
  `${DAY_LONG}, +(?<day>\\d\\d)-${MONTH}-(?<shortYear>\\d\\d) +${CLOCK} +${NAMED_ZONE}`,
  `${DATE} +${CLOCK} +(?<zone>[+-]\\d{4}) +${NAMED_ZONE}`,
  `${DATE}T${CLOCK}(?<zone>[+-]\\d{4})`,
  `${DATE} +${CLOCK}(?<zone>Z|[+-]\\d{4})`,
  `${DATE} +${CLOCK}`,
  `${DAY_SHORT} +${MONTH} +(?<day>\\d{1,2}) +${CLOCK} +(?<year>\\d{4})`,
  `${DAY_SHORT} +${MONTH} +(?<day>\\d{1,2}) +${CLOCK} +${NAMED_ZONE} +(?<year>\\d{4})`,
  `${DAY_SHORT} +${MONTH} +(?<day>\\d\\d) +${CLOCK} +(?<zone>[+-]\\d{4}) +(?<year>\\d{4})`,
  `${DATE} +${CLOCK}(?<zone>Z|[+-]\\d\\d:\\d\\d)`,
  DATE,
  `(?<day>\\d\\d) +${MONTH} +(?<year>\\d{4})`,
  `${DATE} +${CLOCK} +(?<zone>[+-]\\d\\d:\\d\\d)`,
  `${DATE} +${CLOCK} +(?<zone>[+-]\\d{4})`,
].map((layout) => new RegExp(`^${layout}$`))

/** Most dates: as an instant is written here, on a day that every month has. */
const UTC_INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/

/** Go reads names of months and days in any case, `T` and `Z` only as they are. */
function anyCase(words: readonly string[]): string {
  return words.map((word) => word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)).join('|')
}

/**
 * Reads a front matter value as a date exactly as Hugo does; `undefined` when Hugo rejects it.
 * Whole numbers are Unix seconds. Text without an offset is a wall clock in `zone`.
 * @param zone IANA name, `UTC` or an offset such as `+09:00`.
 */
export function readGoDate(value: unknown, zone: string): GoDate | undefined {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Math.abs(value) > 8.64e12) return undefined
    return {instant: toInstant(value * 1000, undefined), offset: 0, dateOnly: false}
  }
  if (typeof value !== 'string') return undefined
  if (UTC_INSTANT.test(value)) return {instant: value, offset: 0, dateOnly: false}
  const fields = readFields(value)
  if (fields === undefined || !inRange(fields)) return undefined
  const {year, month, day, hour, minute = 0, second = 0, fraction, offset} = fields
  const wall = wallTime(year, month, day, hour ?? 0, minute, second) + Math.trunc(Number(`0.${fraction ?? 0}`) * 1000)
  const time = offset === undefined ? zonedToInstant(wall, zone) : wall - offset * 60_000
  return {instant: toInstant(time, fraction), ...(offset !== undefined && {offset}), dateOnly: hour === undefined}
}

/** Milliseconds of a wall clock as if it were UTC; unlike `Date.UTC` it leaves the years 0 to 99 alone. */
function wallTime(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second)
}

function readFields(text: string): Fields | undefined {
  for (const layout of LAYOUTS) {
    const groups = layout.exec(text)?.groups
    if (groups) return toFields(groups)
  }
  return undefined
}

function toFields(groups: Record<string, string | undefined>): Fields {
  const {name, shortYear, zone, hour, minute, second, fraction} = groups
  // Go: two digits from 69 on are 19xx.
  const year =
    shortYear === undefined ? Number(groups['year']) : Number(shortYear) + (Number(shortYear) >= 69 ? 1900 : 2000)
  return {
    year,
    month: name === undefined ? Number(groups['month']) : MONTHS.indexOf(name.toLowerCase()) + 1,
    day: Number(groups['day']),
    ...(hour !== undefined && {hour: Number(hour)}),
    ...(minute !== undefined && {minute: Number(minute)}),
    ...(second !== undefined && {second: Number(second)}),
    ...(fraction !== undefined && {fraction}),
    ...(zone !== undefined && {offset: readOffset(zone)}),
  }
}

function readOffset(zone: string): number {
  if (zone === 'Z') return 0
  const digits = zone.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return zone.startsWith('-') ? -minutes : minutes
}

function inRange({year, month, day, hour = 0, minute = 0, second = 0}: Fields): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false
  return day <= new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate()
}

function toInstant(time: number, fraction: string | undefined): string {
  const text = new Date(time).toISOString()
  return fraction === undefined || text.endsWith('.000Z') ? `${text.slice(0, -'.000Z'.length)}Z` : text
}

/** The zone in which a date is told: the site's where both agree at that instant, else the offset as written. */
export function toldZone(date: GoDate, siteZone: string): string {
  if (date.offset === undefined || offsetMinutesAt(date.instant, siteZone) === date.offset) return siteZone
  return date.offset === 0 ? 'UTC' : formatOffset(date.offset)
}

/** `+09:00`, `-03:30`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const part = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(Math.trunc(size / 60))}:${part(size % 60)}`
}
