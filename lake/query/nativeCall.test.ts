import {evaluate, evaluateSync, type ExprNode} from 'groq-js'
import {expect, test} from 'vitest'
import {evaluationParameter, nativeCall} from './nativeCall.ts'

const attribute = (name: string): ExprNode => ({type: 'AccessAttribute', name})
const sum = nativeCall((evaluation, left, right) => [evaluation, left, right], [attribute('a'), attribute('b')])
const options = {root: {a: 1, b: 'two'}, params: {[evaluationParameter]: {run: 7}}}

test('both evaluators of groq-js call the function with the evaluation and the arguments', async () => {
  const expected = [{run: 7}, 1, 'two']
  expect(evaluateSync(sum, options).data).toEqual(expected)
  expect(await (await evaluate(sum, options)).get()).toEqual(expected)
})

test('calls nest, and are made for each item', () => {
  const twice = nativeCall((_, value) => (typeof value === 'number' ? value * 2 : null), [{type: 'This'}])
  const mapped: ExprNode = {
    type: 'Map',
    base: attribute('list'),
    expr: nativeCall((_, value) => (typeof value === 'number' ? value + 1 : null), [twice]),
  }
  expect(evaluateSync(mapped, {root: {list: [1, 2, 'x']}, params: {}}).data).toEqual([3, 5, null])
})
