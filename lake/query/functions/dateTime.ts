import {DateTime} from 'groq-js'
import {isInstant} from '../../instants.ts'
import type {NativeFunction} from '../nativeCall.ts'

/** RFC 3339 but for the days of the months: groq-js takes any two digits for each part, and what `Date` makes of them, for 30 February 1 March. */
const written = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** `dateTime(value)` of a text or of another `dateTime`; null for what says no instant. */
export const dateTime: NativeFunction = (_, value) => {
  if (value instanceof DateTime) return value
  return typeof value === 'string' && written.test(value) && isInstant(value) ? new DateTime(new Date(value)) : null
}
