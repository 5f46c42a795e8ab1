import {expect, test} from 'vitest'
import {pt} from './portableText.ts'

const evaluation = {} as Parameters<typeof pt>[0]
const block = {_type: 'block', children: [{_type: 'span', text: 'a'}]}

test.each([
  ['a block', block, block],
  ['blocks', [block, block], [block, block]],
  ['no blocks', [], []],
  ['a picture among blocks', [block, {_type: 'image'}], null],
  ['a child without a type', {...block, children: [{text: 'a'}]}, null],
  ['a text', 'a', null],
  ['nothing', null, null],
])('pt() of %s', (_, value, expected) => {
  expect(pt(evaluation, value)).toEqual(expected)
})
