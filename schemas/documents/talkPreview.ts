import {formatDateRange} from '../text/dateRange.ts'
import {previewLine} from '../text/previewLine.ts'
import type {Language, Say} from '../text/say.ts'
import {TALK_STATE_TEXTS, type TalkDates, talkState} from '../text/talkState.ts'

/** What a list needs to know of a talk. */
export const TALK_PREVIEW_FIELDS = {
  title: 'title',
  event: 'event.name',
  start: 'start',
  end: 'end',
  allDay: 'allDay',
  timeZone: 'timeZone',
  endTimeZone: 'endTimeZone',
  publishDate: 'publishDate',
  expiryDate: 'expiryDate',
  image: 'image',
  spoken: 'hugo.language',
}

/** One line about a talk: `지난 발표 · 2024. 10. 3. 오후 1:00~3:00 UTC · Hugo Blox Builder Conference`. */
export function describeTalk(talk: TalkDates & {event?: string; spoken?: string}, now: Date, say: Say): string {
  const language: Language = say({ko: 'ko', en: 'en'}) === 'ko' ? 'ko' : 'en'
  const state = talkState(talk, now)
  return previewLine(say, talk.spoken, [say(TALK_STATE_TEXTS[state]), formatDateRange(talk, language), talk.event])
}
