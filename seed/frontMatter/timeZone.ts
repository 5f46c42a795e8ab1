/** `1/1/1938, GMT-00:44:30`; zero is `GMT` alone or `GMT+00:00`, as the version of ICU has it. */
const LONG_OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** True for an IANA zone that this machine knows, `UTC`, or an offset such as `+09:00`. */
export function isTimeZone(zone: string): boolean {
  if (fixedOffset(zone) !== undefined) return true
  try {
    formatFor(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === '') return 0
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone)
  if (!match) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  })
  formats.set(zone, format)
  return format
}

/** Minutes east of UTC that a zone's clocks show at an instant. */
export function offsetMinutesAt(instant: string | number, zone: string): number {
  const time = typeof instant === 'number' ? instant : Date.parse(instant)
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  const days = Math.floor(time / DAYS)
  const before = offsetAtStart(days, zone)
  return before === offsetAtStart(days + 1, zone) ? before : shownOffset(time, zone)
}

/** Asking Intl takes as long as reading a paragraph, and no zone ever changed its offset twice within three days. */
const DAYS = 3 * 86_400_000

/** The last millisecond that has a date, from 1970 either way. */
const LAST = 8.64e15

const knownOffsets = new Map<string, Map<number, number>>()

function offsetAtStart(days: number, zone: string): number {
  let offsets = knownOffsets.get(zone)
  if (offsets === undefined) knownOffsets.set(zone, (offsets = new Map<number, number>()))
  const known = offsets.get(days)
  if (known !== undefined) return known
  const offset = shownOffset(Math.min(LAST, Math.max(-LAST, days * DAYS)), zone)
  offsets.set(days, offset)
  return offset
}

/** The offset as Intl shows it. */
function shownOffset(time: number, zone: string): number {
  const text = formatFor(zone).format(time)
  const match = LONG_OFFSET.exec(text)
  if (!match) throw new RangeError(`No offset of ${zone} in "${text}"`)
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match
  const size = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  return Math.round(sign === '-' ? -size : size)
}

/**
 * The instant at which a zone's clocks show a wall time (both in milliseconds, the wall time as if it were UTC).
 * As Go's `time.Date`: of two instants the first, and a time that a change skips is read with the offset before it.
 */
export function zonedToInstant(wall: number, zone: string): number {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return wall - fixed * 60_000
  const before = offsetMinutesAt(wall - 86_400_000, zone)
  const first = wall - before * 60_000
  if (offsetMinutesAt(first, zone) === before) return first
  const after = offsetMinutesAt(wall + 86_400_000, zone)
  const second = wall - after * 60_000
  return offsetMinutesAt(second, zone) === after ? second : first
}

/** The wall clock of an instant in a zone: `2024-10-03T22:00:00`. */
export function wallClock(instant: string, zone: string): string {
  const time = Date.parse(instant)
  return new Date(time + offsetMinutesAt(time, zone) * 60_000).toISOString().replace(/(\.000)?Z$/, '')
}
