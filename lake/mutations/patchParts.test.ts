import {Mutation} from '@sanity/mutator'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {PatchOperations} from './mutation.ts'
import {patchParts} from './patchParts.ts'

const document = {_id: 'd', _type: 'x', n: 1, m: 2, text: 'abc', list: [{_key: 'k', v: 1}, {_key: 'l'}], tags: [1, 2]}
const path = fc.constantFrom(
  'n',
  'm',
  'list[_key=="k"].v',
  'list[1].v',
  'tags[0]',
  'tags',
  'other.inner',
  '..v',
  'list',
)
const some = <Value>(value: fc.Arbitrary<Value>) => fc.dictionary(path, value, {maxKeys: 4})
const patch = fc.record(
  {
    set: some(fc.oneof(fc.integer(), fc.constant([{_key: 'k', v: 0}]))),
    setIfMissing: some(fc.integer()),
    unset: fc.array(path, {maxLength: 3}),
    inc: some(fc.integer()),
    dec: some(fc.integer()),
    diffMatchPatch: fc.constant({text: '@@ -1,3 +1,3 @@\n-abc\n+abd\n'}),
    insert: fc.record({before: fc.constantFrom('tags[0]', 'list[-1]'), items: fc.constant([9])}),
  },
  {requiredKeys: []},
) as fc.Arbitrary<PatchOperations>

/** What the mutator makes of patches, one after the other, or why it cannot. */
function applied(patches: readonly PatchOperations[]): unknown {
  try {
    return patches.reduce<unknown>(
      (value, one) => new Mutation({mutations: [{patch: {id: 'd', ...one} as never}]}).apply(value as never),
      document,
    )
  } catch (error) {
    return String(error)
  }
}

test('the parts of a patch do together what it does at once', () => {
  fc.assert(
    fc.property(patch, fc.integer({min: 1, max: 4}), (whole, most) => {
      expect(applied(patchParts(whole, most))).toEqual(applied([whole]))
    }),
    {numRuns: 1000},
  )
})

test('a patch of a few paths stays one', () => {
  const whole = {set: {a: 1, b: 2}, unset: ['c'], insert: {after: 'd[-1]', items: [1]}}
  expect(patchParts(whole, 4)).toEqual([whole])
  expect(patchParts(whole, 3)).toEqual([{set: {a: 1, b: 2}}, {unset: ['c']}, {insert: whole.insert}])
})
