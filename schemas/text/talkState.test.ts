import {expect, test} from 'vitest'
import {describeTalk} from '../documents/talkPreview.ts'
import {sayIn} from './say.ts'
import {type TalkDates, type TalkState, talkState} from './talkState.ts'

const now = new Date('2026-03-01T12:00:00Z')
const published = {publishDate: '2026-01-01T00:00:00Z'}

test.each<[TalkState, string, TalkDates]>([
  ['scheduled', 'a publish date to come', {publishDate: '2026-03-02T00:00:00Z', start: '2026-02-01T00:00:00Z'}],
  ['scheduled', 'no publish date, as in Hugo', {start: '2026-03-02T00:00:00Z'}],
  [
    'expired',
    'an expiry date that passed',
    {...published, start: '2026-04-01T00:00:00Z', expiryDate: '2026-02-01T00:00:00Z'},
  ],
  ['upcoming', 'a start to come', {...published, start: '2026-03-02T00:00:00Z'}],
  ['now', 'between start and end', {...published, start: '2026-03-01T11:00:00Z', end: '2026-03-01T13:00:00Z'}],
  ['past', 'after the end', {...published, start: '2026-03-01T10:00:00Z', end: '2026-03-01T11:00:00Z'}],
  ['past', 'after a start without an end', {...published, start: '2026-03-01T11:59:00Z'}],
  [
    'now',
    'all day in a zone where the day has not ended',
    {...published, start: '2026-02-28T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
  ],
  [
    'past',
    'all day in a zone where it has',
    {...published, start: '2026-02-27T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
  ],
  ['undated', 'no start', {...published}],
])('%s: %s', (state, _why, talk) => {
  expect(talkState(talk, now)).toBe(state)
})

test('a list line names state, time and event', () => {
  const talk = {
    ...published,
    start: '2024-10-03T13:00:00Z',
    timeZone: 'UTC',
    publishDate: '2024-10-03T00:00:00Z',
    event: '파이콘',
  }
  expect(describeTalk(talk, now, sayIn('ko'))).toBe('지난 발표 · 2024. 10. 3. 오후 1:00 UTC · 파이콘')
  expect(describeTalk({spoken: 'en'}, now, sayIn('ko'))).toBe('영어 · 날짜 없음')
  expect(describeTalk({}, now, sayIn('en'))).toBe('No date')
})
