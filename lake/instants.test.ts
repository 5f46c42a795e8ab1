import {expect, test} from 'vitest'
import {isInstant, isMoment} from './instants.ts'

test.each([
  ['2026-10-03T13:00:00Z', true, true],
  ['2026-10-03T13:00:00.123456+09:00', true, true],
  ['2024-02-29T23:59Z', true, true],
  ['2026-10-03T13:00:00', true, false],
  ['2026-10-03', true, false],
  ['1', false, false],
  ['march 7', false, false],
  ['10/03/2026', false, false],
  ['2026-02-30T00:00:00Z', false, false],
  ['2026-02-29', false, false],
  ['2026-13-01T00:00:00Z', false, false],
  ['2026-10-03T25:00:00Z', false, false],
  ['+275760-09-13T00:00:00Z', false, false],
  ['', false, false],
  [1_700_000_000_000, false, false],
  [undefined, false, false],
])('%j: a moment %j, an instant %j', (value, moment, instant) => {
  expect([isMoment(value), isInstant(value)]).toEqual([moment, instant])
})
