import fc from 'fast-check'
import {expect, test} from 'vitest'
import {inStep, type Steps, toEnd} from './inStep.ts'

/** Counts to a number, a step each, and writes down what it does. */
function* count(name: string, to: number, log: string[] = []): Steps<string> {
  for (let step = 1; step <= to; step++) {
    log.push(`${name}${step}`)
    yield
  }
  return `${name} counted to ${to}`
}

test('all take the same step before one takes the next', () => {
  const log: string[] = []
  const results = inStep([count('a', 2, log), count('b', 0, log), count('c', 3, log)])
  expect(log).toEqual(['a1', 'c1', 'a2', 'c2', 'c3'])
  expect(results).toEqual(['a counted to 2', 'b counted to 0', 'c counted to 3'])
})

test('the results are those of one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({max: 20})), (ends) => {
      const all = () => ends.map((end, index) => count(String(index), end))
      expect(inStep(all())).toEqual(all().map((steps) => toEnd(steps)))
    }),
  )
})

test('an error of one is the error of all', () => {
  function* fail(): Steps<string> {
    yield
    throw new Error('the second step')
  }
  expect(() => inStep([count('a', 5), fail(), count('b', 5)])).toThrow('the second step')
})
