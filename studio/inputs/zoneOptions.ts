import type {Language} from '../../schemas/text/say.ts'
import {ZONE_PLACES} from './zonePlaces.ts'

/** A zone to choose from. */
export interface ZoneOption {
  /** IANA name, `UTC` or an offset such as `+09:00`. */
  value: string
  /** Its name in the editor's language, e.g. 한국 표준시. */
  name: string
  /** Cities and countries that have it, in the editor's language; empty for a zone that few ask for. */
  places: string
  /** Its distance from UTC at the talk's date, e.g. GMT+9. */
  offset: string
}

const FIRST = ['Asia/Seoul', 'UTC']

/** Every zone this browser knows, Korea and UTC first, as it stands at a date. */
export function zoneOptions(language: Language, at: Date): ZoneOption[] {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => !FIRST.includes(zone))
  return [...FIRST, ...zones].map((zone) => zoneOption(zone, language, at))
}

/** One zone with its names. */
export function zoneOption(value: string, language: Language, at: Date): ZoneOption {
  const part = (timeZoneName: 'longGeneric' | 'shortOffset') =>
    new Intl.DateTimeFormat(language, {timeZone: value, timeZoneName})
      .formatToParts(at)
      .find(({type}) => type === 'timeZoneName')?.value ?? ''
  return {
    value,
    name: part('longGeneric'),
    places: ZONE_PLACES[value]?.[language] ?? '',
    offset: part('shortOffset'),
  }
}

/** Whether a zone answers a search: every word is part of its id, name, places or offset. `new york` finds America/New_York. */
export function matchesZone(query: string, {value, name, places, offset}: ZoneOption): boolean {
  const text = `${value.replaceAll(/[/_]/g, ' ')} ${value} ${name} ${places} ${offset}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** An offset as it is stored, when the search is one: `+9` and `+0900` give `+09:00`. */
export function offsetOf(query: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^\s*(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d\d)?\s*$/i.exec(query) ?? []
  if (sign === undefined || hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined
  return `${sign}${hours.padStart(2, '0')}:${minutes}`
}
