import {expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../../document.ts'
import {evaluateQuery} from '../evaluateQuery.ts'
import {arraySource} from '../fixtures/arraySource.ts'
import {rawPerspective} from '../perspective.ts'

const documents = ['DevConf', undefined, 'DevConf', undefined].map((event, at): LakeDocument => {
  const stamp = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
  return {_id: `talk-${at}`, _type: 'talk', ...stamp, ...(event === undefined ? {} : {event})}
})

test.each<[string, JsonValue]>([
  ['array::unique(*[].event)', ['DevConf', null]],
  ['array::unique([1, 2, null, "1", true, 1, null, true, "1", false])', [1, 2, null, '1', true, false]],
  ['array::unique([[1], [1], {"a": 1}, {"a": 1}])', [[1], [1], {a: 1}, {a: 1}]],
  [
    'array::unique([dateTime("2026-01-01T00:00:00Z"), dateTime("2026-01-01T09:00:00+09:00"), "2026-01-01T00:00:00Z"])',
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ],
  ['array::unique([])', []],
  ['array::unique("aa")', null],
  ['count(array::unique(*[]._type))', 1],
])('%s is %j', (query, expected) => {
  expect(evaluate(query)).toEqual(expected)
})

const long = Array.from({length: 4_000}, (_, at) => at % 3_000)
const words = long.map(String)

test.each<[string, JsonValue]>([
  ['array::unique($long)', long.slice(0, 3_000)],
  ['array::unique([...$long, $long[0]])[-1]', 2_999],
  ['count(array::unique($long))', 3_000],
  ['array::compact($long)', long],
  ['array::join($words, ",")', words.join(',')],
  ['array::intersects($long, [2999])', true],
  ['array::intersects([2999], $long)', true],
  ['2999 in $long', true],
  ['count($long[@ == 5])', 2],
  ['count($long)', 4_000],
  ['math::max($long)', 2_999],
  ['math::avg($long)', 1_249.5],
])('of a long list, %s is right', (query, expected) => {
  expect(evaluate(query, {long, words})).toEqual(expected)
})

function evaluate(query: string, params: Record<string, JsonValue> = {}): JsonValue {
  return evaluateQuery({
    query,
    params,
    perspective: rawPerspective,
    source: arraySource(documents),
    identity: {id: 'me'},
    now: new Date(0),
    projectId: 'p',
    dataset: 'd',
    anonymous: false,
  }).result
}
