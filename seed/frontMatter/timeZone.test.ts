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
      const format = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'})
      const shown = Date.parse(`${format.format(time).replace(' ', 'T')}Z`)
      const ours = Math.floor(time / 1000) * 1000 + offsetMinutesAt(time, zone) * 60_000
      // Before standard time zones had offsets of seconds, which are rounded.
      expect(Math.abs(ours - shown)).toBeLessThanOrEqual(30_000)
    }),
  )
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
