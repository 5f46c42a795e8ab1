import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {firstInstantOf, isDate, keepWallClock, oneHourLater, toInstant, toWallClock} from './wallClock.ts'

test.each([
  ['2024-10-03T13:00:00Z', 'UTC', {date: '2024-10-03', time: '13:00'}],
  ['2024-10-03T13:00:00Z', 'Asia/Seoul', {date: '2024-10-03', time: '22:00'}],
  ['2024-10-03T13:00:00.000Z', '+09:00', {date: '2024-10-03', time: '22:00'}],
  ['2024-10-03T18:30:59Z', 'Asia/Seoul', {date: '2024-10-04', time: '03:30:59'}],
  ['1908-03-31T16:00:00Z', 'Asia/Seoul', {date: '1908-04-01', time: '00:30'}],
])('%s in %s', (instant, zone, clock) => {
  expect(toWallClock(instant, zone)).toEqual(clock)
})

test('what is no instant shows nothing', () => {
  expect(toWallClock('soon', 'UTC')).toBe(undefined)
})

test('a time that a clock change skips or repeats is still one instant', () => {
  expect(toInstant({date: '2026-03-08', time: '02:30'}, 'America/New_York')).toBe('2026-03-08T07:30:00Z')
  expect(toInstant({date: '2026-11-01', time: '01:30'}, 'America/New_York')).toBe('2026-11-01T05:30:00Z')
})

test('a day begins when the zone says so', () => {
  expect(firstInstantOf('2026-12-10', 'Asia/Seoul')).toBe('2026-12-09T15:00:00Z')
  expect(firstInstantOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z')
})

test('moving a talk to another zone keeps its clock', () => {
  expect(keepWallClock('2024-10-03T13:00:00Z', 'UTC', 'Asia/Seoul')).toBe('2024-10-03T04:00:00Z')
  expect(keepWallClock('soon', 'UTC', 'Asia/Seoul')).toBe('soon')
})

test('an hour later may be the next day', () => {
  expect(oneHourLater({date: '2026-12-31', time: '23:30'})).toEqual({date: '2027-01-01', time: '00:30'})
})

test.each([
  ['2026-02-28', true],
  ['2026-2-28', false],
  ['2026-13-01', false],
  ['', false],
])('"%s" is a date: %s', (text, is) => {
  expect(isDate(text)).toBe(is)
})

test('reading a clock and writing it again changes nothing, outside clock changes', () => {
  const minutes = fc.date({min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true})
  fc.assert(
    fc.property(minutes, fc.constantFrom('Asia/Seoul', 'UTC', '-03:30'), (date, zone) => {
      const instant = `${date.toISOString().slice(0, 16)}:00Z`
      const clock = toWallClock(instant, zone)
      expect(clock && toInstant(clock, zone)).toBe(instant)
    }),
  )
})
