import {DEFAULT_ZONE, usableZone} from '../../schemas/text/zones.ts'
import type {TalkForm} from './talkForm.ts'
import {firstInstantOf, isDate, oneHourLater, toInstant, toWallClock, type WallClock} from './wallClock.ts'

/** The date and time fields of a talk. */
export type TimeField = 'start' | 'end' | 'publishDate' | 'expiryDate'

/** The zone on whose clock a field is shown: the end may have its own. */
export function zoneOf(field: TimeField, talk: TalkForm['talk']): string {
  return usableZone((field === 'end' ? talk.endTimeZone : undefined) ?? talk.timeZone ?? DEFAULT_ZONE)
}

/** Whether a field holds a day without a time. */
export function isWholeDay(field: TimeField, talk: TalkForm['talk']): boolean {
  return talk.allDay === true && (field === 'start' || field === 'end')
}

/**
 * The instant to store when an editor changed the date or the time of a field. A date without a time gets one: an hour
 * after the start for the end, midnight for dates of publication, else 09:00. No date means no value.
 */
export function changedInstant(
  field: TimeField,
  change: Partial<WallClock>,
  value: string | undefined,
  talk: TalkForm['talk'],
): string | undefined {
  const zone = zoneOf(field, talk)
  const before = value === undefined ? undefined : toWallClock(value, zone)
  const date = change.date ?? before?.date ?? startClock(talk, zone)?.date
  if (date === undefined || !isDate(date)) return undefined
  if (isWholeDay(field, talk)) return firstInstantOf(date, zone)
  const time = change.time === '' ? undefined : change.time
  return toInstant({date, time: time ?? before?.time ?? defaultTime(field, talk, zone)}, zone)
}

/** Whether a time can be given: it needs a day, which is the field's own or else that of the start. */
export function takesTime(field: TimeField, value: string | undefined, talk: TalkForm['talk']): boolean {
  return changedInstant(field, {}, value, talk) !== undefined
}

function startClock(talk: TalkForm['talk'], zone: string): WallClock | undefined {
  return talk.start === undefined ? undefined : toWallClock(talk.start, zone)
}

function defaultTime(field: TimeField, talk: TalkForm['talk'], zone: string): string {
  if (field === 'publishDate' || field === 'expiryDate') return '00:00'
  const start = field === 'end' ? startClock(talk, zone) : undefined
  return start === undefined ? '09:00' : oneHourLater(start).time
}
