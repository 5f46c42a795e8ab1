import {expect, test} from 'vitest'
import {createAllowance} from './createAllowance.ts'

test('filters may be slow until half a second is spent, and again when five times as long as they took has passed', () => {
  let now = 1_000
  const allowance = createAllowance(() => now)
  const lookFor = (milliseconds: number): number =>
    allowance.use((limit) => {
      now += Math.min(limit, milliseconds)
      return limit
    })
  expect(Array.from({length: 7}, () => lookFor(Infinity))).toEqual([100, 100, 100, 100, 100, 2, 2])
  now += 19
  expect(lookFor(0)).toBe(2)
  now += 2
  expect([lookFor(100), lookFor(0)]).toEqual([100, 2])
  now += 498
  expect(lookFor(0)).toBe(2)
  now += 1e9
  expect(Array.from({length: 6}, () => lookFor(Infinity))).toEqual([100, 100, 100, 100, 100, 2])
})
