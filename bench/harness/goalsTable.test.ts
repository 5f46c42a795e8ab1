import {expect, test} from 'vitest'
import {goalsTable} from './goalsTable.ts'
import type {Verdict} from './judge.ts'

const verdicts: Verdict[] = [
  {
    size: '10k',
    target: {figure: 'requests/s', against: {contestant: 'payload'}, atLeast: 10, goal: 'list: Payload'},
    value: 4567,
    ratio: 12.34,
    passed: true,
  },
  {size: '10k', target: {figure: 'p99 ms', atMost: 15}, value: 20, ratio: 20, passed: false},
  {
    size: '100k',
    target: {figure: 'memory MB', atMost: 600, goal: 'memory, MB'},
    value: 612.4,
    ratio: 612.4,
    passed: false,
  },
  {
    size: '1k',
    target: {figure: 'requests/s', against: {contestant: 'payload'}, atLeast: 10, goal: 'detail: Payload'},
    value: 1,
    ratio: undefined,
    passed: undefined,
  },
]

test('every goal is a row, with what was wanted and what was reached; other targets are left out', () => {
  expect(goalsTable('A machine', verdicts)).toBe(
    [
      '| goal            | talks | wanted        | reached                   |   |',
      '| --------------- | ----- | ------------- | ------------------------- | - |',
      '| list: Payload   | 10k   | at least 10 × | 12.3 × (4,567 requests/s) | ✓ |',
      '| memory, MB      | 100k  | at most 600   | 612                       | ✗ |',
      '| detail: Payload | 1k    | at least 10 × | not measured              | – |',
      '',
      '1 of 3 reached. A machine',
      '',
    ].join('\n'),
  )
})
