import {expect, test} from 'vitest'
import {type CellKey, cellStep} from './cellStep.ts'

const press = (key: string, more: Partial<CellKey> = {}): CellKey => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

/** From a cell of a table of three rows with two cells each. */
const from = (at: number, pressed: CellKey) => cellStep(pressed, at, {width: 2, count: 6})

test('Tab leads to the next cell, over the ends of rows, and out of the table behind the last one', () => {
  expect([0, 1, 5].map((at) => from(at, press('Tab')))).toEqual([1, 2, undefined])
  expect(from(3, press('Tab', {shiftKey: true}))).toBeUndefined()
})

test('Enter and the arrows lead to the cell below or above', () => {
  expect([0, 4].map((at) => from(at, press('Enter')))).toEqual([2, undefined])
  expect([0, 3].map((at) => from(at, press('Enter', {shiftKey: true})))).toEqual([undefined, 1])
  expect([from(1, press('ArrowDown')), from(2, press('ArrowUp'))]).toEqual([3, 0])
})

test('what is put together, selected, or a shortcut stays in the cell, but Tab ends a letter of Hangul', () => {
  const kept = [
    press('Enter', {isComposing: true}),
    press('ArrowDown', {isComposing: true}),
    press('ArrowDown', {shiftKey: true}),
    press('Enter', {ctrlKey: true}),
    press('Tab', {altKey: true}),
    press('ArrowRight'),
    press('a'),
  ]
  expect(kept.map((pressed) => from(2, pressed))).toEqual(kept.map(() => undefined))
  expect(from(2, press('Tab', {isComposing: true}))).toBe(3)
})
