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
  expect(mergeValue([1, 2], [1, 7, 2], [1, 8, 2], 'studio')).toEqual(merged([1, 8, 2]))
  expect(mergeValue([1, 2, 3], [9, 2, 7], [1, 2, 8], 'studio')).toEqual(merged([9, 2, 8]))
})

test('an item that the two sides moved to different places is a conflict, and stands where the one that wins has it', () => {
  const [was, file, studio] = [
    ['a', 'a'],
    ['b', 'a', 'a', 'b'],
    ['b', 'a', 'b', 'a'],
  ]
  expect(mergeValue(was, file, studio)).toEqual({conflict: true})
  expect(mergeValue(was, file, studio, 'file')).toEqual(merged(file))
  expect(mergeValue(was, file, studio, 'studio')).toEqual(merged(studio))
})

test('settings of a page are merged one by one, and what is said of one and the same picture', () => {
  const settings = (members: object) => ({_type: 'pageSettings', ...members})
  expect(
    mergeValue(
      settings({math: true, toc: true}),
      settings({math: true, toc: true, aliases: ['/a/']}),
      settings({math: false}),
    ),
  ).toEqual(merged(settings({math: false, aliases: ['/a/']})))
  expect(mergeValue(undefined, settings({toc: true}), settings({math: true}))).toEqual(
    merged(settings({math: true, toc: true})),
  )
  const clash = [settings({weight: 1}), settings({weight: 2, toc: true}), settings({weight: 3})] as const
  expect(mergeValue(...clash)).toEqual({conflict: true})
  expect(mergeValue(...clash, 'studio')).toEqual(merged(settings({weight: 3, toc: true})))
  const picture = (id: string, about: object) => ({_type: 'image', asset: {_ref: id}, ...about})
  const hotspot = {x: 0.9, y: 0.5}
  expect(mergeValue(picture('a', {alt: 'A'}), picture('a', {alt: 'B'}), picture('a', {alt: 'A', hotspot}))).toEqual(
    merged(picture('a', {alt: 'B', hotspot})),
  )
  expect(mergeValue(picture('a', {}), picture('b', {}), picture('a', {hotspot}))).toEqual({conflict: true})
  const address = (about: object) => ({_type: 'postalAddress', ...about})
  expect(mergeValue(address({}), address({city: 'A'}), address({street: 'B'}))).toEqual({conflict: true})
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
