import type {TalkTimes} from '../content.ts'
import {nextDayStart} from './nextDayStart.ts'
import {readTimes} from './readTimes.ts'
import {isTimeZone} from './wallClock.ts'

export type TalkState = 'upcoming' | 'now' | 'past' | 'undated'

/**
 * Where a talk stands at a moment. It is over at its end, else at its start; an all-day talk at the end of its last day in
 * its own zone. The theme (since 2026-01) asks the same of `event_end`, else `event_start`.
 */
export function talkState(times: TalkTimes, now: Date): TalkState {
  const talk = readTimes(times)
  const last = talk.end ?? talk.start
  if (!last) return 'undated'
  const zone = talk.endTimeZone ?? talk.timeZone ?? 'UTC'
  const over = talk.allDay ? nextDayStart(last, isTimeZone(zone) ? zone : 'UTC') : Date.parse(last)
  if (over <= now.getTime()) return 'past'
  return talk.start && Date.parse(talk.start) <= now.getTime() ? 'now' : 'upcoming'
}
