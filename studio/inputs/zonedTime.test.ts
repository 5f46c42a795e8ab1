import {expect, test} from 'vitest'
import {changedInstant, isWholeDay, takesTime, zoneOf} from './zonedTime.ts'

const seoul = {timeZone: 'Asia/Seoul', start: '2026-12-10T05:00:00Z'}

test('a new date gets a sensible time', () => {
  expect(changedInstant('start', {date: '2026-12-10'}, undefined, {timeZone: 'Asia/Seoul'})).toBe(
    '2026-12-10T00:00:00Z',
  )
  expect(changedInstant('end', {date: '2026-12-10'}, undefined, seoul)).toBe('2026-12-10T06:00:00Z')
  expect(changedInstant('publishDate', {date: '2026-12-01'}, undefined, seoul)).toBe('2026-11-30T15:00:00Z')
})

test('a time alone is on the day of the start', () => {
  expect(changedInstant('end', {time: '16:30'}, undefined, seoul)).toBe('2026-12-10T07:30:00Z')
})

test('a time needs a day first', () => {
  const withoutStart = {timeZone: 'Asia/Seoul'}
  expect([
    takesTime('start', undefined, withoutStart),
    takesTime('end', undefined, withoutStart),
    takesTime('start', 'soon', withoutStart),
    takesTime('start', seoul.start, seoul),
    takesTime('end', undefined, seoul),
  ]).toEqual([false, false, false, true, true])
})

test('the other half stays as it was', () => {
  expect(changedInstant('start', {date: '2026-12-11'}, seoul.start, seoul)).toBe('2026-12-11T05:00:00Z')
  expect(changedInstant('start', {time: '10:15'}, seoul.start, seoul)).toBe('2026-12-10T01:15:00Z')
  expect(changedInstant('start', {time: ''}, seoul.start, seoul)).toBe(seoul.start)
})

test('a cleared date clears the field', () => {
  expect(changedInstant('start', {date: ''}, seoul.start, seoul)).toBe(undefined)
})

test('an all-day talk keeps the day, whatever the zone of the editor', () => {
  const allDay = {timeZone: 'Pacific/Auckland', allDay: true}
  expect(changedInstant('start', {date: '2026-12-10'}, undefined, allDay)).toBe('2026-12-09T11:00:00Z')
  expect(isWholeDay('publishDate', allDay)).toBe(false)
})

test('the end may be told in a zone of its own', () => {
  const talk = {timeZone: 'UTC', endTimeZone: '+09:00'}
  expect([zoneOf('start', talk), zoneOf('end', talk), zoneOf('end', {timeZone: 'nowhere'})]).toEqual([
    'UTC',
    '+09:00',
    'UTC',
  ])
})
