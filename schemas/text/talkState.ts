import {readInstant, type TalkTime} from './dateRange.ts'
import type {Text} from './say.ts'
import {usableZone} from './zones.ts'

/** What a visitor of the site sees of a talk now. `undated` talks are visible, but neither upcoming nor past. */
export type TalkState = 'scheduled' | 'expired' | 'upcoming' | 'now' | 'past' | 'undated'

/** The fields that decide a talk's state. */
export interface TalkDates extends TalkTime {
  publishDate?: string | undefined
  expiryDate?: string | undefined
}

/** Names of the states, for editors. */
export const TALK_STATE_TEXTS = {
  scheduled: {ko: '공개 예정', en: 'Scheduled'},
  expired: {ko: '공개 종료', en: 'Expired'},
  upcoming: {ko: '예정된 발표', en: 'Upcoming'},
  now: {ko: '진행 중', en: 'Now'},
  past: {ko: '지난 발표', en: 'Past'},
  undated: {ko: '날짜 없음', en: 'No date'},
} satisfies Record<TalkState, Text>

/**
 * The state of a talk at a moment. Hugo builds a page from its publish date (else its start) until its expiry date;
 * a talk is past after its end, else after its start, and an all-day talk after the last day in its zone.
 */
export function talkState(talk: TalkDates, now: Date): TalkState {
  const visibleFrom = readInstant(talk.publishDate ?? talk.start)
  const visibleUntil = readInstant(talk.expiryDate)
  if (visibleFrom !== undefined && visibleFrom > now) return 'scheduled'
  if (visibleUntil !== undefined && visibleUntil < now) return 'expired'
  const start = readInstant(talk.start)
  if (start === undefined) return 'undated'
  if (start > now) return 'upcoming'
  return isOver(talk, start, now) ? 'past' : 'now'
}

function isOver(talk: TalkDates, start: Date, now: Date): boolean {
  const last = readInstant(talk.end) ?? start
  if (talk.allDay !== true) return last < now
  const zone = usableZone(talk.timeZone)
  return dayIn(zone, last) < dayIn(zone, now)
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv', {timeZone, year: 'numeric', month: '2-digit', day: '2-digit'}).format(instant)
}
