const FIXED_OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/

/**
 * Whether a talk can be told in this zone: an IANA zone that this machine knows, `UTC`, or a fixed offset such as
 * `+09:00` (what a Hugo date such as `2024-10-03T13:00:00+09:00` carries).
 */
export function isKnownZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return FIXED_OFFSET.test(zone)
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Zone of a talk that names none: the site's, as in Hugo's `timeZone`. */
export const DEFAULT_ZONE = 'Asia/Seoul'

/** The zone itself when it is known, else UTC, so that a preview can always be drawn. */
export function usableZone(zone: string | undefined): string {
  return zone !== undefined && isKnownZone(zone) ? zone : 'UTC'
}
