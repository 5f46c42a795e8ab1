import fc from 'fast-check'
import {expect, test} from 'vitest'
import {offsetMinutesAt, wallClock} from './timeZone.ts'

const zones = [
  'Asia/Seoul',
  'Africa/Monrovia',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/London',
  'Pacific/Apia',
]
const years = {min: Date.UTC(1, 0, 1), max: Date.UTC(2400, 0, 1)}

test('the wall clock of a zone is the one that Intl shows, to the minute', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer(years), (zone, time) => {
      // Before standard time zones had offsets of seconds, which are rounded.
      expect(Math.abs(ourClock(time, zone) - shownClock(time, zone))).toBeLessThanOrEqual(30_000)
    }),
  )
})

function ourClock(time: number, zone: string): number {
  return Math.floor(time / 1000) * 1000 + offsetMinutesAt(time, zone) * 60_000
}

function shownClock(time: number, zone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'})
  return Date.parse(`${format.format(time).replace(' ', 'T')}Z`)
}

test('and so every half hour of the weeks in which zones changed their clocks, some of them twice', () => {
  const weeks = [
    ['Europe/Berlin', '2024-03-29'],
    ['Australia/Lord_Howe', '2024-04-04'],
    ['Pacific/Apia', '2011-12-27'],
    ['America/Noronha', '2000-10-06'],
    ['Asia/Gaza', '2040-10-18'],
    ['Africa/Freetown', '1939-08-31'],
  ] as const
  for (const [zone, day] of weeks) {
    const times = Array.from({length: 16 * 48}, (_, index) => Date.parse(day) + index * 1_800_000)
    expect(times.map((time) => ourClock(time, zone))).toEqual(times.map((time) => shownClock(time, zone)))
  }
})

test('the first and the last instant that has a date', () => {
  expect([-8.64e15, 8.64e15].map((time) => offsetMinutesAt(time, 'Asia/Seoul'))).toEqual([508, 540])
})

test('offsets of parts of an hour, west of Greenwich, of summer, and of a zone that counts as none', () => {
  const winter = '2024-01-01T00:00:00Z'
  expect(
    ['Asia/Kathmandu', 'America/St_Johns', 'Africa/Monrovia', 'Europe/London', 'Etc/GMT+0', 'UTC', '-03:30'].map(
      (zone) => offsetMinutesAt(winter, zone),
    ),
  ).toEqual([345, -210, 0, 0, 0, 0, -210])
  expect(offsetMinutesAt('2024-07-01T00:00:00Z', 'Australia/Lord_Howe')).toBe(630)
  expect(wallClock('2024-10-03T13:00:00Z', 'Asia/Seoul')).toBe('2024-10-03T22:00:00')
})
