import {expect, test} from 'vitest'
import {formatGoDate} from './formatGoDate.ts'
import {readGoDate, toldZone} from './goDate.ts'

const SEOUL = 'Asia/Seoul'

test.each([
  ['2024-10-03T13:00:00+09:00', '2024-10-03T04:00:00Z'],
  ['2024-10-03T13:00:00+0900', '2024-10-03T04:00:00Z'],
  ['2024-10-03T13:00:00Z', '2024-10-03T13:00:00Z'],
  ['2024-02-24T18:30:59.875Z', '2024-02-24T18:30:59.875Z'],
  ['2024-10-03T13:00:00.000Z', '2024-10-03T13:00:00Z'],
  ['2024-10-03T13:00:00', '2024-10-03T04:00:00Z'],
  ['2024-10-03 13:00:00', '2024-10-03T04:00:00Z'],
  ['2024-10-03T9:00:00', '2024-10-03T00:00:00Z'],
  ['2024-10-03', '2024-10-02T15:00:00Z'],
  ['03 Oct 2024', '2024-10-02T15:00:00Z'],
  ['Thu, 03 Oct 2024 13:00:00 +0900', '2024-10-03T04:00:00Z'],
  ['Thu, 03 Oct 2024 13:00:00 KST', '2024-10-03T04:00:00Z'],
  ['Thursday, 03-Oct-24 13:00:00 KST', '2024-10-03T04:00:00Z'],
  ['Thu Oct  3 13:00:00 2024', '2024-10-03T04:00:00Z'],
  ['2021-09-29 17:00:00 -0800 PST', '2021-09-30T01:00:00Z'],
  [20241003, '1970-08-23T06:30:03Z'],
])('Hugo reads %s', (written, instant) => {
  expect(readGoDate(written, SEOUL)?.instant).toBe(instant)
})

test.each([
  '2024-10-03T13:00',
  '2024-10-03T13:00Z',
  '2024-10-03 13:00',
  '2024-10-03T13:10+08:00',
  '2023-6-12T13:00:00Z',
  '10/03/2024',
  'October 3, 2024',
  '2019-05',
  '2020-07-012',
  '2023-02-30',
  '2023-02-23T17:00:00Z+5:30',
  '2020-10-02T110:14:00Z',
  '',
  true,
  1.5,
])('Hugo rejects %s', (written) => {
  expect(readGoDate(written, SEOUL)).toBeUndefined()
})

test.each([
  ['2024-10-03T13:00:00+09:00', SEOUL, SEOUL],
  ['2024-10-03T13:00:00', SEOUL, SEOUL],
  ['2024-10-03T13:00:00Z', SEOUL, 'UTC'],
  ['2024-10-03T13:00:00Z', 'UTC', 'UTC'],
  ['2024-07-03T13:00:00-04:00', 'America/New_York', 'America/New_York'],
  ['2024-12-03T13:00:00-04:00', 'America/New_York', '-04:00'],
])('%s on a site in %s is told in %s', (written, site, zone) => {
  const date = readGoDate(written, site)
  expect(date && toldZone(date, site)).toBe(zone)
})

test('a clock that a change of summer time skips or repeats is read as Go reads it', () => {
  expect(readGoDate('2024-03-31T02:30:00', 'Europe/Berlin')?.instant).toBe('2024-03-31T01:30:00Z')
  expect(readGoDate('2024-10-27T02:30:00', 'Europe/Berlin')?.instant).toBe('2024-10-27T00:30:00Z')
})

test.each([
  ['2024-10-03T13:00:00Z', 'UTC', '2025-01-02T05:00:00Z'],
  ['2024-10-03T13:00:00+0900', SEOUL, '2025-01-02T14:00:00+0900'],
  ['2024-10-03 13:00:00', SEOUL, '2025-01-02 14:00:00'],
  ['2024-10-03', SEOUL, '2025-01-02T14:00:00'],
  ['2024-10-03T13:00:00Z', SEOUL, '2025-01-02T14:00:00+09:00'],
  [undefined, 'America/New_York', '2025-01-02T00:00:00-05:00'],
])('a date like %s in %s is written %s', (like, zone, written) => {
  expect(formatGoDate('2025-01-02T05:00:00Z', zone, {like, siteZone: SEOUL})).toBe(written)
  expect(readGoDate(written, SEOUL)?.instant).toBe('2025-01-02T05:00:00Z')
})

test('an hour that the clock shows twice is written with its offset the second time', () => {
  const zone = 'America/New_York'
  const write = (instant: string) => formatGoDate(instant, zone, {like: '2024-11-03 01:30:00', siteZone: zone})
  expect([write('2024-11-03T05:30:00Z'), write('2024-11-03T06:30:00Z')]).toEqual([
    '2024-11-03 01:30:00',
    '2024-11-03 01:30:00-05:00',
  ])
})
