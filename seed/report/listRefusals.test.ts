import {expect, test} from 'vitest'
import {listRefusals} from './listRefusals.ts'

test('of many refusals for one reason the first are listed, so that they do not hide another one', () => {
  const full = Array.from({length: 61}, (_, index) => ({path: `${index}.md`, message: 'the disk is full'}))
  const other = {path: 'x.md', line: 3, message: 'the list never ends'}
  expect(listRefusals([...full.slice(0, 30), other, ...full.slice(30)])).toEqual([
    ...full.slice(0, 20).map(({path}) => `refused: ${path}: the disk is full`),
    '  … and 41 more for the same reason (--report lists them)',
    'refused: x.md:3: the list never ends',
  ])
  expect(listRefusals(full.slice(0, 20))).toEqual(
    full.slice(0, 20).map(({path}) => `refused: ${path}: the disk is full`),
  )
})
