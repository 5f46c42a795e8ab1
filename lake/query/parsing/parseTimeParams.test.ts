import {expect, test} from 'vitest'
import {parseTimeParams} from './parseTimeParams.ts'

const params = {a: 1, b: 2, c: 3}

test.each([
  ['*[_type == $a]', {}],
  ['*[_type == $a][0...$b]', {b: 2}],
  ['*[0...$b][$c]', {b: 2, c: 3}],
  ['*[$a + ($b - 1)..$c]', {a: 1, b: 2, c: 3}],
  ['// [$a]\n*[_id == $b]', {}],
  ['*[0...$b // to $c ]\n]', {b: 2}],
  ['*[x[$a] == $b]', {a: 1}],
  ['*["[$a]" == $b]', {}],
  ['*["a\\"]" in x[$c]]', {c: 3}],
  ['{"$a": [$b, 1]}', {}],
  ['*[$missing...$a]', {a: 1}],
  ['fn x::y($v) = $v[0...$a]; x::y(*)[_id == $b]', {a: 1, b: 2}],
  ['*[_type == "$a"', {}],
])('the parameters that decide how %s is parsed', (query, expected) => {
  expect(parseTimeParams(query, params)).toEqual(expected)
  expect(parseTimeParams(query, params)).toEqual(expected)
})
