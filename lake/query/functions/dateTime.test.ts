import {DateTime} from 'groq-js'
import {expect, test} from 'vitest'
import {dateTime} from './dateTime.ts'

const evaluation = {} as Parameters<typeof dateTime>[0]
const leapDay = new DateTime(new Date('2024-02-29T00:00:00Z'))

test.each<[unknown, unknown]>([
  ['2024-02-29T00:00:00Z', leapDay],
  ['2024-02-29T09:00:00+09:00', leapDay],
  [leapDay, leapDay],
  ['2024-02-29T00:00:00.5Z', new DateTime(new Date('2024-02-29T00:00:00.500Z'))],
  ['2024-02-30T00:00:00Z', null],
  ['2023-02-29T00:00:00Z', null],
  ['2024-13-01T00:00:00Z', null],
  ['2024-02-29T24:00:00Z', null],
  ['2024-02-29T25:00:00Z', null],
  ['2024-02-29T23:59:60Z', null],
  ['2024-02-29T00:00:00+25:00', null],
  ['2024-02-29T00:00Z', null],
  ['2024-02-29T00:00:00', null],
  ['2024-02-29 00:00:00Z', null],
  ['2024-02-29', null],
  [1709164800, null],
  [null, null],
])('dateTime(%j) is %j', (value, expected) => {
  expect(dateTime(evaluation, value)).toEqual(expected)
})
