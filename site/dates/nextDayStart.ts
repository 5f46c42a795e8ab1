import {wallClock} from './wallClock.ts'

/**
 * The first instant of the day that follows the day of an instant, in a zone: when an all-day talk is over.
 * Days of 23 and 25 hours count as they are.
 *
 * @returns milliseconds since 1970
 */
export function nextDayStart(instant: string, timeZone: string): number {
  const {year, month, day} = wallClock(instant, timeZone)
  const asUtc = Date.UTC(year, month - 1, day + 1)
  const guess = asUtc - wallClock(new Date(asUtc).toISOString(), timeZone).offset * 60_000
  return asUtc - wallClock(new Date(guess).toISOString(), timeZone).offset * 60_000
}
