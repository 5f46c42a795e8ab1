import * as fc from 'fast-check'
import {applyPatch, type RawPatch} from 'mendoza'
import {expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {encodeMendoza} from './encodeMendoza.ts'

const text = fc.oneof(
  fc.string({unit: 'grapheme'}),
  fc.string({unit: 'binary'}),
  fc
    .array(fc.constantFrom('백엔드 ', '개발에', '👩‍💻', 'é', 'Sanity', '😀', ' '), {maxLength: 12})
    .map((words) => words.join('')),
)
const {value: json} = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    text,
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(fc.constantFrom('_key', 'a', 'b', 'title', '제목', 'body', '_type'), tie('value'), {maxKeys: 5}),
  ),
}))
const document = fc.dictionary(fc.constantFrom('_id', 'a', 'b', 'title', 'body', 'tags', '_type', '이름'), json)

function decode(left: JsonValue, patch: JsonValue[]): unknown {
  return applyPatch(left, patch as RawPatch)
}

function isClean(value: JsonValue): boolean {
  return JSON.stringify(value) === JSON.stringify(JSON.parse(JSON.stringify(value)))
}

test('decoding an encoded pair gives the right side, both ways', () => {
  fc.assert(
    fc.property(document, document, (left, right) => {
      fc.pre(isClean(left) && isClean(right))
      expect(decode(left, encodeMendoza(left, right))).toEqual(right)
      expect(decode(right, encodeMendoza(right, left))).toEqual(left)
    }),
    {numRuns: 5_000},
  )
})

test('small edits of a document round-trip and do not repeat the document', () => {
  fc.assert(
    fc.property(text, text, text, (before, inserted, after) => {
      const left = {_id: 'a', _type: 'talk', title: before + after, body: [{_key: 'k1', text: before}]}
      const right = {...left, title: before + inserted + after, body: [{_key: 'k0', text: inserted}, ...left.body]}
      expect(decode(left, encodeMendoza(left, right))).toEqual(right)
      expect(decode(right, encodeMendoza(right, left))).toEqual(left)
    }),
    {numRuns: 3_000},
  )
})

test('the opcodes are those of the protocol', () => {
  expect(encodeMendoza(null, {_id: 'a', _type: 't'})).toEqual([0, {_id: 'a', _type: 't'}])
  expect(encodeMendoza({_id: 'a'}, null)).toEqual([0, null])
  expect(encodeMendoza({_id: 'a', title: '백엔드 개발에 대한'}, {_id: 'a', title: '백엔드 개발에 대한 X'})).toEqual([
    11,
    1,
    23,
    0,
    26,
    22,
    ' X',
    15,
  ])
  expect(encodeMendoza({a: 1, b: [1, 2, 3]}, {b: [1, 3, 4]})).toEqual([19, 0, 11, 1, 21, 0, 1, 21, 2, 3, 20, 4, 15])
  expect(encodeMendoza({a: [1], b: 'x'}, {a: [], b: ''})).toEqual([17, [], 'a', 17, '', 'b'])
})

test('fields are told by their place among all, in a narrow object as in a wide one', () => {
  const wide = Object.fromEntries(Array.from({length: 100}, (_, index) => [`f${(index * 37) % 100}`, [index]]))
  const {f7: _, ...rest} = wide
  const other = {...rest, f50: [1, 2], f99: [3, 4], new: 5}
  expect(encodeMendoza({b: [1], a: [2]}, {b: [1, 3], a: [2]})).toEqual([11, 1, 21, 0, 1, 20, 3, 15])
  expect(decode(wide, encodeMendoza(wide, other))).toEqual(other)
  expect(decode(other, encodeMendoza(other, wide))).toEqual(wide)
})
