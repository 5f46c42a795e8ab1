import {Mutation as MutatorMutation} from '@sanity/mutator'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {JsonObject, JsonValue} from '../document.ts'
import type {PatchOperations} from './mutation.ts'
import {plainPatch} from './plainPatch.ts'

const names = ['a', 'b', '_weak', 'trueName']
const {value} = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.constantFrom<JsonValue>(null, 0, 'x', ''),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 4, noNullPrototype: true}),
  ),
}))
const document = fc
  .dictionary(fc.constantFrom(...names), value, {noNullPrototype: true})
  .map((content): JsonObject => ({_id: 'a', _type: 'talk', ...content}))

const path = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(
      fc.oneof(
        fc.constantFrom(...names.map((name) => `.${name}`)),
        fc.constantFrom('[0]', '[1]', '[2]', '[03]', '[0:]'),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([first, rest]) => first + rest.join(''))
  // The mutator takes a place right behind a whole list for one of the list itself.
  .filter((text) => !text.includes('[0:]['))
const patch: fc.Arbitrary<PatchOperations> = fc.record(
  {
    setIfMissing: fc.dictionary(path, value, {noNullPrototype: true}),
    set: fc.dictionary(path, value, {noNullPrototype: true}),
    unset: fc.array(path, {maxLength: 3}),
  },
  {requiredKeys: []},
)

function mutated(left: JsonObject, operations: PatchOperations): unknown {
  const mutations = [{patch: {id: 'a', ...operations}}]
  return new MutatorMutation({mutations} as never).apply(structuredClone(left) as never)
}

test('a patch at plain paths does what the mutator does, in the same order of attributes, and leaves the document alone', () => {
  fc.assert(
    fc.property(document, patch, (left, operations) => {
      const before = JSON.stringify(left)
      expect(JSON.stringify(plainPatch(left, operations))).toBe(JSON.stringify(mutated(left, operations)))
      expect(JSON.stringify(left)).toBe(before)
    }),
    {numRuns: 3_000},
  )
})

test('what a patch does not touch is the very same value', () => {
  const left = {_id: 'a', body: [{text: 'x'}], authors: [{_ref: 'b', _weak: true}, {_ref: 'c'}], title: 'x'}
  const right = plainPatch(left, {
    set: {title: 'y', 'a.b': 1},
    unset: ['authors[0]._weak', 'authors[1]._weak', 'body[7]'],
  })
  expect(right).toEqual({_id: 'a', body: [{text: 'x'}], authors: [{_ref: 'b'}, {_ref: 'c'}], title: 'y', a: {b: 1}})
  expect(right?.['body']).toBe(left.body)
  const authors: unknown = right?.['authors']
  expect(Array.isArray(authors) && authors[1]).toBe(left.authors[1])
})

test.each<[string, PatchOperations]>([
  ['a key', {set: {'body[_key=="k"].text': 1}}],
  ['a range', {unset: ['body[1:2]']}],
  ['a place right behind a whole list', {set: {'body[0:][0]': 1}}],
  ['the last item', {unset: ['body[-1]']}],
  ['all that is below', {unset: ['..name']}],
  ['a literal', {set: {true: 1}}],
  ['a literal below', {set: {'a.false': 1}}],
  ['spaces', {set: {'a . b': 1}}],
  ['nothing', {set: {'': 1}}],
  ['another operation', {set: {a: 1}, inc: {n: 1}}],
])('leaves to the mutator: %s', (_, operations) => {
  expect(plainPatch({_id: 'a', n: 1}, operations)).toBeUndefined()
})

test('a whole list of a hundred thousand items is patched in one pass, where the mutator copies it for each', () => {
  const list = Array.from({length: 100_000}, (_, index) => ({_key: `k${index}`, v: index}))
  const started = process.cpuUsage()
  const right = plainPatch({_id: 'a', list}, {set: {'list[0:].v': 0}, setIfMissing: {'list[0:].w': 1}})
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
  expect(right).toEqual({_id: 'a', list: list.map(({_key}) => ({_key, v: 0, w: 1}))})
})
