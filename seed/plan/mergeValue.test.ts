import {array, assert, integer, property} from 'fast-check'
import {expect, test} from 'vitest'
import {mergeValue} from './mergeValue.ts'

const merged = (value: unknown) => ({conflict: false, value})

test('what one side changed is taken, what both changed differently is a conflict', () => {
  expect(mergeValue('a', 'b', 'a')).toEqual(merged('b'))
  expect(mergeValue('a', 'a', 'c')).toEqual(merged('c'))
  expect(mergeValue('a', 'b', 'b')).toEqual(merged('b'))
  expect(mergeValue('a', undefined, 'a')).toEqual(merged(undefined))
  expect(mergeValue('a', 'b', 'c')).toEqual({conflict: true})
  expect(mergeValue('a', 'b', 'c', 'file')).toEqual(merged('b'))
  expect(mergeValue('a', 'b', 'c', 'studio')).toEqual(merged('c'))
})

test('lists are merged item by item', () => {
  expect(mergeValue([1, 2, 3], [1, 2, 3, 4], [0, 1, 2, 3])).toEqual(merged([0, 1, 2, 3, 4]))
  expect(mergeValue([1, 2, 3], [1, 3], [1, 2, 9])).toEqual({conflict: true})
  expect(mergeValue([1, 2, 3], [9, 2, 3], [1, 2, 8])).toEqual(merged([9, 2, 8]))
  expect(mergeValue([1, 2], [1, 7, 2], [1, 8, 2])).toEqual({conflict: true})
  expect(mergeValue([1, 2], [1, 7, 2], [1, 8, 2], 'file')).toEqual(merged([1, 7, 2]))
})

test('a side that changed nothing never changes the result', () => {
  const list = array(integer({min: 0, max: 5}), {maxLength: 12})
  assert(
    property(list, list, (base, side) => {
      expect(mergeValue(base, side, base)).toEqual(merged(side))
      expect(mergeValue(base, base, side)).toEqual(merged(side))
      expect(mergeValue(base, side, side)).toEqual(merged(side))
    }),
  )
})
