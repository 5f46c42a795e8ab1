import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {LakeDocument} from '../../document.ts'
import type {Narrowing} from '../documentSource.ts'
import {satisfiesNarrowing} from '../satisfiesNarrowing.ts'
import {both, either} from './combineNarrowings.ts'

const letter = fc.constantFrom('a', 'b', 'c')
const leaf: fc.Arbitrary<Narrowing> = fc.oneof(
  fc.constant<Narrowing>({kind: 'all'}),
  fc.array(letter, {maxLength: 2}).map((ids): Narrowing => ({kind: 'ids', ids})),
  fc.array(letter, {maxLength: 2}).map((types): Narrowing => ({kind: 'types', types})),
  fc.array(letter, {maxLength: 2}).map((ids): Narrowing => ({kind: 'references', ids})),
  fc
    .record({path: fc.constantFrom('title', 'rank'), values: fc.array(fc.oneof(letter, fc.integer({max: 2, min: 0})))})
    .map((of): Narrowing => ({kind: 'equals', ...of})),
  letter.map((from): Narrowing => ({kind: 'range', path: 'title', from})),
)
const {narrowing} = fc.letrec<{narrowing: Narrowing}>((tie) => ({
  narrowing: fc.oneof(
    {maxDepth: 3},
    leaf,
    fc.array(tie('narrowing'), {minLength: 1, maxLength: 4}).map((parts) => both(parts)),
    fc.array(tie('narrowing'), {minLength: 1, maxLength: 4}).map((parts) => either(parts)),
  ),
}))
const document = fc.record({
  _id: letter,
  _type: letter,
  title: letter,
  rank: fc.integer({min: 0, max: 2}),
  author: fc.record({_ref: letter}),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<LakeDocument>

test('narrowings put together leave just what all, or any, of them leave', () => {
  fc.assert(
    fc.property(fc.array(narrowing, {minLength: 1, maxLength: 5}), document, (parts, one) => {
      const each = parts.map((part) => satisfiesNarrowing(one, part))
      expect(satisfiesNarrowing(one, both(parts))).toBe(each.every(Boolean))
      expect(satisfiesNarrowing(one, either(parts))).toBe(each.some(Boolean))
    }),
    {numRuns: 1000},
  )
})

const many = <Part>(count: number, part: (index: number) => Part): Part[] =>
  Array.from({length: count}, (_, index) => part(index))
const text = (index: number): Narrowing => ({kind: 'text', terms: [`word${index}`]})
const title = (index: number): Narrowing => ({kind: 'equals', path: 'title', values: [index]})

test('equalities of one attribute are asked for as one, however many there are', () => {
  expect(either(many(1000, title))).toEqual({kind: 'equals', path: 'title', values: many(1000, (index) => index)})
  expect(either([title(1), text(1), title(2)])).toEqual({
    kind: 'or',
    of: [{kind: 'equals', path: 'title', values: [1, 2]}, text(1)],
  })
})

test('of more than two hundred conditions the first are asked for, or none where any would do', () => {
  expect(both(many(500, text))).toEqual({kind: 'and', of: many(200, text)})
  expect(either(many(200, text))).toEqual({kind: 'or', of: many(200, text)})
  expect(either(many(201, text))).toEqual({kind: 'all'})
  expect(both([either(many(150, text)), either(many(100, text)), title(1)])).toEqual({
    kind: 'and',
    of: [{kind: 'or', of: many(150, text)}, title(1)],
  })
})
