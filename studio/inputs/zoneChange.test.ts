import {expect, test} from 'vitest'
import type {TalkForm} from './talkForm.ts'
import {zoneChange} from './zoneChange.ts'

const berlin = {timeZone: 'Europe/Berlin', start: '2026-12-10T09:00:00Z', end: '2026-12-10T10:00:00Z'}

/** The patches, each as its path and what is set there. */
const patches = (...args: Parameters<typeof zoneChange>) =>
  zoneChange(...args).map((patch) => [patch.path[0], patch.type === 'set' ? patch.value : patch.type])

test('another zone keeps the clock times and moves the moments', () => {
  expect(patches('timeZone', 'Asia/Seoul', berlin)).toEqual([
    ['timeZone', 'Asia/Seoul'],
    ['start', '2026-12-10T01:00:00Z'],
    ['end', '2026-12-10T02:00:00Z'],
  ])
})

test('a cleared zone keeps them too, by the zone that talks without one are shown in, and so does the next choice', () => {
  const cleared = [
    ['timeZone', 'unset'],
    ['start', '2026-12-10T01:00:00Z'],
    ['end', '2026-12-10T02:00:00Z'],
  ]
  expect(patches('timeZone', undefined, berlin)).toEqual(cleared)
  const talk: TalkForm['talk'] = {start: '2026-12-10T01:00:00Z', end: '2026-12-10T02:00:00Z'}
  expect(patches('timeZone', 'Europe/Berlin', talk)).toEqual([
    ['timeZone', 'Europe/Berlin'],
    ['start', berlin.start],
    ['end', berlin.end],
  ])
})

test('an end with a zone of its own stays where it is, and comes along when its zone changes or is cleared', () => {
  const talk = {...berlin, endTimeZone: 'Europe/London'}
  expect(patches('timeZone', 'Asia/Seoul', talk)).toEqual([
    ['timeZone', 'Asia/Seoul'],
    ['start', '2026-12-10T01:00:00Z'],
  ])
  expect(patches('endTimeZone', 'Asia/Seoul', talk)).toEqual([
    ['endTimeZone', 'Asia/Seoul'],
    ['end', '2026-12-10T01:00:00Z'],
  ])
  expect(patches('endTimeZone', undefined, talk)).toEqual([
    ['endTimeZone', 'unset'],
    ['end', '2026-12-10T09:00:00Z'],
  ])
})
