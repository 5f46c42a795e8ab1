import {wallClock, type WallClock} from './wallClock.ts'

/** RFC 3339 with the zone's own offset, as the theme writes JSON-LD dates: `2024-10-03T22:00:00+09:00`. */
export function isoDateTime(instant: string, timeZone: string): string {
  const clock = wallClock(instant, timeZone)
  return `${isoDate(clock)}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${isoOffset(clock.offset)}`
}

/** `2024-10-03` */
export function isoDate({year, month, day}: Pick<WallClock, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** `Z`, `+09:00`, `-03:30` */
export function isoOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
