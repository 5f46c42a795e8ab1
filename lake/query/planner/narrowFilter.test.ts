import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import {narrowFilter} from './narrowFilter.ts'
import {Operands} from './operands.ts'

const params = {list: ['a', 'b'], empty: [], word: 'a', gap: ['a', null]}

test.each([
  ['array::intersects(tags, $list)', ['a', 'b'], {kind: 'equals', path: 'tags', values: ['a', 'b']}],
  ['array::intersects($list, page.tags[])', ['a', 'b'], {kind: 'equals', path: 'page.tags', values: ['a', 'b']}],
  ['count(tags[@ in $list]) > 0', ['a', 'b'], {kind: 'equals', path: 'tags', values: ['a', 'b']}],
  ['count((page.tags)[@ in $list]) > 0', ['a', 'b'], {kind: 'equals', path: 'page.tags', values: ['a', 'b']}],
  ['array::intersects(tags, $empty)', [], {kind: 'ids', ids: []}],
  ['array::intersects(tags, $word)', 'a', {kind: 'ids', ids: []}],
  ['array::intersects(tags, $gap)', ['a', null], {kind: 'all'}],
])('%s is narrowed by the members of the array', (filter, value, narrowing) => {
  expect(narrowFilter(parse(filter, {params}), new Operands())([value])).toEqual(narrowing)
})

test.each([
  'array::intersects(tags, topics)',
  'array::intersects(tags[@ != "a"], $list)',
  'count(tags[@ in topics]) > 0',
  'count(tags[@ in ^.topics]) > 0',
  'count($list[@ in tags]) > 0',
  'count(tags[@ in $list]) > -1',
  'count(tags[!(@ in $list)]) > 0',
  'count(tags[@ in $list]) >= 0',
])('%s is not narrowed: more documents than those with a member of a list may be meant', (filter) => {
  expect(narrowFilter(parse(filter, {params}), new Operands())([])).toEqual({kind: 'all'})
})
