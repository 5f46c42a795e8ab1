import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {LakeDocument} from '../../document.ts'
import {type Compare, mergeInOrder} from './mergeInOrder.ts'

const at = '2026-01-01T00:00:00Z'
const byRank: Compare = (left, right) => Number(left['rank']) - Number(right['rank'])

/** Documents in order, many of them equals, of which the ids tell where each one was. */
const sorted = (list: string): fc.Arbitrary<LakeDocument[]> =>
  fc
    .array(fc.nat(4), {maxLength: 8})
    .map((ranks) =>
      ranks
        .sort((one, other) => one - other)
        .map((rank, index) => ({_id: `${list}${index}`, _type: 't', _rev: 'r', _createdAt: at, _updatedAt: at, rank})),
    )

test('two lists in order give what sorting them together gives, equals of the first list first', () => {
  fc.assert(
    fc.property(sorted('a'), sorted('b'), (first, second) => {
      expect([...mergeInOrder(first, second, byRank)]).toEqual([...first, ...second].sort(byRank))
    }),
  )
})
