import {expect, test} from 'vitest'
import {formatDateRange, type TalkTime} from './dateRange.ts'

const korean: TalkTime = {start: '2024-10-03T13:00:00Z', end: '2024-10-03T15:00:00Z', timeZone: 'UTC'}

test.each<[string, TalkTime, string | undefined, string | undefined]>([
  ['same day', korean, '2024. 10. 3. 오후 1:00~3:00 UTC', 'Oct 3, 2024, 1:00 – 3:00 PM UTC'],
  ['start only', {...korean, end: undefined}, '2024. 10. 3. 오후 1:00 UTC', 'Oct 3, 2024, 1:00 PM UTC'],
  [
    'another zone',
    {...korean, timeZone: 'Asia/Seoul'},
    '2024. 10. 3. 오후 10:00 ~ 2024. 10. 4. 오전 12:00 GMT+9',
    'Oct 3, 2024, 10:00 PM – Oct 4, 2024, 12:00 AM GMT+9',
  ],
  [
    'a fixed offset',
    {...korean, end: undefined, timeZone: '+09:00'},
    '2024. 10. 3. 오후 10:00 GMT+9',
    'Oct 3, 2024, 10:00 PM GMT+9',
  ],
  [
    'an end told elsewhere',
    {...korean, endTimeZone: 'Asia/Seoul'},
    '2024. 10. 3. 오후 1:00 UTC – 2024. 10. 4. 오전 12:00 GMT+9',
    'Oct 3, 2024, 1:00 PM UTC – Oct 4, 2024, 12:00 AM GMT+9',
  ],
  [
    'all day',
    {start: '2024-10-02T15:00:00Z', end: '2024-10-03T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
    '2024. 10. 3. ~ 2024. 10. 4.',
    'Oct 3 – 4, 2024',
  ],
  [
    'one whole day',
    {start: '2024-10-02T15:00:00Z', end: '2024-10-02T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'},
    '2024. 10. 3.',
    'Oct 3, 2024',
  ],
  [
    'an end before the start',
    {...korean, end: '2024-10-01T15:00:00Z'},
    '2024. 10. 3. 오후 1:00 UTC',
    'Oct 3, 2024, 1:00 PM UTC',
  ],
  ['no date', {}, undefined, undefined],
  ['an unreadable date', {start: 'soon'}, undefined, undefined],
])('%s', (_name, time, ko, en) => {
  expect([formatDateRange(time, 'ko'), formatDateRange(time, 'en')]).toEqual([ko, en])
})
