import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {LakeDocument} from '../../document.ts'
import type {Narrowing} from '../documentSource.ts'
import {satisfiesNarrowing} from '../satisfiesNarrowing.ts'
import {storedNarrowing} from './storedNarrowing.ts'
import {viewOf} from './versionView.ts'

const layers = ['versions.summer.', 'drafts.', '']
const at = '2026-01-01T00:00:00Z'
const id = fc.constantFrom('a', 'a.b', 'ab', 'b')
const document: fc.Arbitrary<LakeDocument> = fc
  .tuple(fc.constantFrom(...layers), id, fc.constantFrom('talk', 'note'), fc.nat(2))
  .map(([layer, name, _type, n]) => ({_id: layer + name, _type, _rev: 'r', _createdAt: at, _updatedAt: at, n}))

const {narrowing} = fc.letrec<{narrowing: Narrowing}>((tie) => ({
  narrowing: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constant<Narrowing>({kind: 'all'}),
    fc.array(id, {maxLength: 2}).map((ids): Narrowing => ({kind: 'ids', ids})),
    fc.constantFrom('', 'a', 'ab').map((prefix): Narrowing => ({kind: 'idPrefix', prefix})),
    id.map((name): Narrowing => ({kind: 'versionsOf', id: name})),
    fc.constantFrom('talk', 'note').map((type): Narrowing => ({kind: 'types', types: [type]})),
    id.map((name): Narrowing => ({kind: 'equals', path: '_id', values: [name]})),
    fc.nat(2).map((n): Narrowing => ({kind: 'equals', path: 'n', values: [n]})),
    id.map((from): Narrowing => ({kind: 'range', path: '_id', from})),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('narrowing'), {maxLength: 3}))
      .map(([kind, of]): Narrowing => ({kind, of})),
  ),
}))

test('a document whose view satisfies a narrowing satisfies the narrowing of what is stored', () => {
  fc.assert(
    fc.property(document, narrowing, (stored, wanted) => {
      fc.pre(satisfiesNarrowing(viewOf(stored), wanted))
      expect(satisfiesNarrowing(stored, storedNarrowing(wanted, layers))).toBe(true)
    }),
  )
})
