import {expect, test} from 'vitest'
import {QueryBudget} from './queryBudget.ts'

test('reads are counted up to their limit', () => {
  const budget = new QueryBudget({milliseconds: 1_000, reads: 3}, () => 0)
  for (let read = 0; read < 3; read += 1) budget.read()
  expect(budget.reads).toBe(3)
  expect(() => budget.read()).toThrow('The query reads more than 3 documents')
})

test('the clock is looked at now and then, and when asked', () => {
  let now = 0
  const budget = new QueryBudget({milliseconds: 10, reads: 1_000}, () => now)
  budget.checkTime()
  now = 11
  for (let read = 0; read < 31; read += 1) budget.read()
  expect(() => budget.read()).toThrow('The query took longer than 10 ms')
  expect(() => budget.checkTime()).toThrow('The query took longer than 10 ms')
})
