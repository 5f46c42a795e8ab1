import type {FrontMatterValue} from './frontMatterValue.ts'
import {formatOffset, readGoDate} from './goDate.ts'
import {offsetMinutesAt, wallClock} from './timeZone.ts'

/** How a new date should look. */
export interface DateStyle {
  /** The value that it replaces: its way of writing offset, separator and date is taken over. */
  like?: FrontMatterValue | undefined
  /** Zone of dates without an offset. */
  siteZone: string
  /** Write only the day where the clock shows midnight. */
  dateOnly?: boolean
}

/**
 * Writes an instant as its wall clock in a zone, in a spelling that Hugo reads.
 * @param zone IANA name, `UTC` or an offset.
 */
export function formatGoDate(instant: string, zone: string, {like, siteZone, dateOnly = false}: DateStyle): string {
  const wall = wallClock(instant, zone)
  const old =
    typeof like === 'string'
      ? /^\d{4}-\d\d-\d\d(?:([T ])\d{1,2}:\d\d:\d\d(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(like)
      : null
  const offset = offsetMinutesAt(instant, zone)
  const midnight = wall.endsWith('T00:00:00')
  // An hour that the clock shows twice needs its offset.
  const local =
    offset === offsetMinutesAt(instant, siteZone) &&
    Math.trunc(Date.parse(instant) / 1000) === Date.parse(readGoDate(wall, siteZone)?.instant ?? '') / 1000
  if (dateOnly && midnight && local) return wall.slice(0, 10)
  const bare = old !== null && old[2] === undefined
  if (bare && old[1] === undefined && midnight && local) return wall.slice(0, 10)
  const text = old?.[1] === ' ' ? wall.replace('T', ' ') : wall
  if (bare && local) return text
  if (offset === 0 && (old === null || old[2] === 'Z' || bare)) return `${text}Z`
  return (
    text +
    (old?.[2] !== undefined && /\d{4}$/.test(old[2]) ? formatOffset(offset).replace(':', '') : formatOffset(offset))
  )
}
