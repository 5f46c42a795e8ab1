import {expect, test} from 'vitest'
import {median, percentile} from './median.ts'

test('the median is the middle, or the mean of the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7])
})

test('a percentile is one of the values', () => {
  const values = Array.from({length: 100}, (_, index) => 100 - index)
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([5], 0.99)]).toEqual([51, 100, 5])
})

test('there is none of nothing', () => {
  expect(() => median([])).toThrow('The median of nothing.')
  expect(() => percentile([], 0.5)).toThrow('The percentile of nothing.')
})
