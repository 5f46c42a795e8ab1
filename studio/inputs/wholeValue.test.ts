import {expect, test} from 'vitest'
import {wholeValue} from './wholeValue.ts'

test.each([
  ['2026-12-05', false, '2026-12-05'],
  ['07:30', false, '07:30'],
  ['', false, ''],
  ['', true, undefined],
  ['0002-12-05', false, undefined],
  ['0202-12-05', false, undefined],
])('"%s", bad input %s: %s', (text, badInput, whole) => {
  expect(wholeValue(text, badInput)).toBe(whole)
})
