import {expect, test} from 'vitest'
import type {BenchCase, Contestant} from './benchCase.ts'
import {judge} from './judge.ts'

const contestant: Contestant = {about: '', measure: () => Promise.resolve({})}
const benchCase: BenchCase = {
  about: '',
  sizes: ['10k', '100k'],
  contestants: {lake: contestant, floor: contestant},
  targets: [
    {figure: 'requests/s', against: {contestant: 'floor'}, atLeast: 2, sizes: ['10k']},
    {figure: 'requests/s', against: {size: '10k'}, atLeast: 1 / 1.3, sizes: ['100k']},
    {figure: 'MB', atMost: 250},
  ],
}

test('a ratio to a reference, to another size, and a figure by itself', () => {
  const verdicts = judge(benchCase, {
    '10k': {lake: {'requests/s': 300, MB: 251}, floor: {'requests/s': 100}},
    '100k': {lake: {'requests/s': 150, MB: 100}},
  })
  expect(verdicts.map(({size, ratio, passed}) => [size, ratio, passed])).toEqual([
    ['10k', 3, true],
    ['100k', 0.5, false],
    ['10k', 251, false],
    ['100k', 100, true],
  ])
})

test('what was not measured is neither passed nor missed', () => {
  const verdicts = judge(benchCase, {'10k': {lake: {'requests/s': 300, MB: 1}}})
  expect(verdicts.map(({size, ratio, passed}) => [size, ratio, passed])).toEqual([
    ['10k', undefined, undefined],
    ['10k', 1, true],
  ])
})
