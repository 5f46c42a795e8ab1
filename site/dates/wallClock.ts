/** What a clock and a calendar on the wall of a zone show at an instant. */
export interface WallClock {
  year: number
  /** 1 to 12 */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** Minutes that the zone is ahead of UTC at that instant. */
  offset: number
}

const fixedOffset = /^([+-])(\d{2}):?(\d{2})$/
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Reads an instant on the clock of a zone. Only the named zone decides, never the machine's.
 *
 * @param instant a UTC instant, `2024-10-03T13:00:00Z`
 * @param timeZone an IANA zone, `UTC`, or a fixed offset such as `+09:00`
 * @throws RangeError for an instant that is no date, or a zone that does not exist
 */
export function wallClock(instant: string, timeZone: string): WallClock {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${instant}`)
  const offset = offsetMinutes(time, timeZone)
  const shifted = new Date(time + offset * 60_000)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    offset,
  }
}

/** True for a zone that `wallClock` can read. */
export function isTimeZone(timeZone: string): boolean {
  try {
    offsetMinutes(0, timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function offsetMinutes(time: number, timeZone: string): number {
  const fixed = fixedOffset.exec(timeZone)
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3])
    return fixed[1] === '-' ? -minutes : minutes
  }
  const parts: Record<string, number> = {}
  for (const {type, value} of formatter(timeZone).formatToParts(time)) parts[type] = Number(value)
  const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0} = parts
  const shown = new Date(0)
  shown.setUTCFullYear(year, month - 1, day)
  shown.setUTCHours(hour, minute, second)
  return Math.round((shown.getTime() - Math.floor(time / 1000) * 1000) / 60_000)
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const created = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, created)
  return created
}
