import {expect, test} from 'vitest'
import type {TalkTimes} from '../content.ts'
import type {Language} from '../language/strings.ts'
import {dateRange} from './dateRange.ts'

const cases: Array<{name: string; talk: TalkTimes; en: string; ko: string}> = [
  {
    name: 'start only',
    talk: {start: '2024-10-03T13:00:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 1:00 PM',
    ko: '2024년 10월 3일 오후 1:00',
  },
  {
    name: 'same day',
    talk: {start: '2024-10-03T13:00:00Z', end: '2024-10-03T15:00:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 1:00 PM — 3:00 PM',
    ko: '2024년 10월 3일 오후 1:00 — 오후 3:00',
  },
  {
    name: 'different day',
    talk: {start: '2024-10-03T22:00:00Z', end: '2024-10-05T00:00:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 10:00 PM — Oct 5, 2024 12:00 AM',
    ko: '2024년 10월 3일 오후 10:00 — 2024년 10월 5일 오전 12:00',
  },
  {
    name: 'all day, start only',
    talk: {start: '2024-10-02T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
    en: 'Oct 3, 2024',
    ko: '2024년 10월 3일',
  },
  {
    name: 'all day, same-day end: no dangling dash',
    talk: {start: '2024-10-02T15:00:00Z', end: '2024-10-03T14:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
    en: 'Oct 3, 2024',
    ko: '2024년 10월 3일',
  },
  {
    name: 'all day, multi-day',
    talk: {start: '2024-10-02T15:00:00Z', end: '2024-10-03T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
    en: 'Oct 3, 2024 — Oct 4, 2024',
    ko: '2024년 10월 3일 — 2024년 10월 4일',
  },
  {
    name: 'date-only values that are not all day',
    talk: {start: '2024-10-03T00:00:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 12:00 AM',
    ko: '2024년 10월 3일 오전 12:00',
  },
  {
    name: 'end before start is printed as it is',
    talk: {start: '2024-10-03T13:00:00Z', end: '2024-10-03T09:30:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 1:00 PM — 9:30 AM',
    ko: '2024년 10월 3일 오후 1:00 — 오전 9:30',
  },
  {
    name: 'a fixed offset keeps its own wall clock',
    talk: {start: '2024-10-03T03:00:00Z', timeZone: '+09:00'},
    en: 'Oct 3, 2024 12:00 PM',
    ko: '2024년 10월 3일 오후 12:00',
  },
  {
    name: 'the end in another zone: the same day is asked of each in its own offset',
    talk: {
      start: '2024-10-03T13:00:00Z',
      end: '2024-10-03T16:00:00Z',
      timeZone: '+00:00',
      endTimeZone: '+09:00',
    },
    en: 'Oct 3, 2024 1:00 PM — Oct 4, 2024 1:00 AM',
    ko: '2024년 10월 3일 오후 1:00 — 2024년 10월 4일 오전 1:00',
  },
  {
    name: 'summer time of the zone at that instant',
    talk: {start: '2024-07-03T13:00:00Z', end: '2024-12-03T14:00:00Z', timeZone: 'Europe/Berlin'},
    en: 'Jul 3, 2024 3:00 PM — Dec 3, 2024 3:00 PM',
    ko: '2024년 7월 3일 오후 3:00 — 2024년 12월 3일 오후 3:00',
  },
  {name: 'no date', talk: {}, en: '', ko: ''},
  {
    name: 'end only',
    talk: {end: '2024-10-03T13:00:00Z', timeZone: 'UTC'},
    en: 'Oct 3, 2024 1:00 PM',
    ko: '2024년 10월 3일 오후 1:00',
  },
]

/** Both ends as one line. */
function textOf(talk: TalkTimes, language: Language): string {
  const {start, end} = dateRange(talk, language)
  return [start, end].flatMap((piece) => piece?.text ?? []).join(' — ')
}

test.each(cases)('the date range: $name', ({talk, en, ko}) => {
  expect({en: textOf(talk, 'en'), ko: textOf(talk, 'ko')}).toEqual({en, ko})
})

test('each end carries a machine-readable value with the offset of its zone', () => {
  expect(
    dateRange({start: '2024-10-03T13:00:00.000Z', end: '2024-10-03T15:00:00Z', timeZone: 'Asia/Seoul'}, 'en'),
  ).toEqual({
    start: {text: 'Oct 3, 2024 10:00 PM', parts: ['Oct 3, 2024', '10:00 PM'], dateTime: '2024-10-03T22:00:00+09:00'},
    end: {text: 'Oct 4, 2024 12:00 AM', parts: ['Oct 4, 2024', '12:00 AM'], dateTime: '2024-10-04T00:00:00+09:00'},
    zone: 'Asia/Seoul (UTC+09:00)',
  })
})

test('an all-day talk is a date, and names no zone', () => {
  expect(dateRange({start: '2024-10-02T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'}, 'en')).toEqual({
    start: {text: 'Oct 3, 2024', parts: ['Oct 3, 2024'], dateTime: '2024-10-03'},
  })
})

test('a zone that does not exist is read as UTC and said to be', () => {
  expect(dateRange({start: '2024-10-03T13:00:00Z', timeZone: 'Asia/Soul'}, 'en')).toEqual({
    start: {text: 'Oct 3, 2024 1:00 PM', parts: ['Oct 3, 2024', '1:00 PM'], dateTime: '2024-10-03T13:00:00Z'},
    zone: 'UTC',
  })
})
