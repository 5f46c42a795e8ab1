/** A day, and perhaps a time of it, perhaps with a zone: RFC 3339, and its parts. */
const written = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i

/**
 * Whether a value says when, in the form of RFC 3339, if need be without time or zone. `Date` takes much more for an instant: `1` is 2001, and
 * 30 February is in March.
 */
export function isMoment(value: unknown): value is string {
  const [text, day] = matched(value)
  if (text === undefined || day === undefined || Number.isNaN(Date.parse(text))) return false
  const midnight = Date.parse(day)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day)
}

/** Whether a value is an instant of RFC 3339, with its time and zone: the same one on every machine. */
export function isInstant(value: unknown): value is string {
  return isMoment(value) && matched(value)[3] !== undefined
}

function matched(value: unknown): readonly (string | undefined)[] {
  return (typeof value === 'string' ? written.exec(value) : undefined) ?? []
}
