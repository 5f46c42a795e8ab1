import {expect, test} from 'vitest'
import {NO_HISTORY, redo, remember, settle, undo} from './tableHistory.ts'
import type {TableValue} from './tableValue.ts'

const table = (...keys: string[]): TableValue => ({
  rows: keys.map((_key) => ({_type: 'tableRow', _key, cells: []})),
})

test('what was done to the rows is taken back and done again, the last one first', () => {
  const [one, two, none] = [table('a', 'b'), table('a'), table()]
  const first = settle(remember(NO_HISTORY, one), two)
  const second = settle(remember(first, two), none)
  const back = undo(second, none)
  expect(back?.edits).toEqual([
    {type: 'set', path: ['rows'], value: two.rows},
    {type: 'unset', path: ['alignments']},
  ])
  const start = undo(back?.history ?? NO_HISTORY, two)
  expect(start?.edits[0]).toEqual({type: 'set', path: ['rows'], value: one.rows})
  expect(undo(start?.history ?? NO_HISTORY, one)).toBe(undefined)
  const again = redo(start?.history ?? NO_HISTORY, one)
  expect(again?.edits[0]).toEqual({type: 'set', path: ['rows'], value: two.rows})
  expect(redo(again?.history ?? NO_HISTORY, two)).toEqual({
    edits: [
      {type: 'set', path: ['rows'], value: []},
      {type: 'unset', path: ['alignments']},
    ],
    history: second,
  })
})

test('nothing is taken back or done again over what was written since', () => {
  const [one, two, written] = [table('a', 'b'), table('a'), table('a', 'c')]
  const history = settle(remember(NO_HISTORY, one), two)
  expect(undo(history, written)).toBe(undefined)
  const back = undo(history, two)
  expect(redo(back?.history ?? NO_HISTORY, written)).toBe(undefined)
})

test('a change counts once it shows, and a new one ends what could be done again', () => {
  const [one, two] = [table('a', 'b'), table('a')]
  const begun = remember(NO_HISTORY, one)
  expect([settle(begun, one), undo(begun, one)]).toEqual([begun, undefined])
  const back = undo(settle(begun, two), two)
  expect(redo(remember(back?.history ?? NO_HISTORY, one), one)).toBe(undefined)
})
