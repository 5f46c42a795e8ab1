import {Mutation as MutatorMutation} from '@sanity/mutator'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../../document.ts'
import {MutationError} from '../../errors.ts'
import type {Mutation} from '../mutation.ts'
import type {PlainChange} from './createChangedDocuments.ts'
import {before, run} from './fixtures/runTransaction.ts'

function failure(stored: LakeDocument[], mutations: Mutation[]): JsonValue {
  try {
    run(stored, mutations)
  } catch (error) {
    if (error instanceof MutationError) return error.items.map((item) => [item.index, item.error.type])
    throw error
  }
  return []
}

const referring: LakeDocument = {...before, _id: 'b', author: {_ref: 'a'}}
const failures: [string, LakeDocument[], Mutation[], JsonValue][] = [
  ['inc of what is not there', [before], [{patch: {id: 'a', inc: {m: 1}}}], [[0, 'validationError']]],
  ['dec of what is no number', [before], [{patch: {id: 'a', dec: {title: 1}}}], [[0, 'validationError']]],
  [
    'diffMatchPatch of what is no string',
    [before],
    [{patch: {id: 'a', diffMatchPatch: {n: '@@ -1 +1 @@\n-1\n+2\n'}}}],
    [[0, 'validationError']],
  ],
  [
    'diffMatchPatch of an item that is gone',
    [before],
    [{patch: {id: 'a', diffMatchPatch: {'items[_key=="gone"].text': '@@ -1 +1 @@\n-1\n+2\n'}}}],
    [],
  ],
  [
    'create on an existing document',
    [before],
    [{create: {_id: 'a', _type: 'talk'}}],
    [[0, 'documentAlreadyExistsError']],
  ],
  ['patch of a missing document', [], [{patch: {id: 'a', set: {n: 1}}}], [[0, 'documentNotFoundError']]],
  [
    'another revision',
    [before],
    [{create: {_type: 'x'}}, {patch: {id: 'a', ifRevisionID: 'r9'}}],
    [[1, 'documentRevisionIDDoesNotMatchError']],
  ],
  [
    'a strong reference to nothing',
    [],
    [{create: {_id: 'b', _type: 't', x: {_ref: 'a'}}}],
    [[0, 'documentReferenceDoesNotExistError']],
  ],
  ['a weak reference to nothing', [], [{create: {_id: 'b', _type: 't', x: {_ref: 'a', _weak: true}}}], []],
  [
    'a reference to what the same transaction makes',
    [],
    [{create: {_id: 'b', _type: 't', x: {_ref: 'a'}}}, {create: {_id: 'a', _type: 't'}}],
    [],
  ],
  [
    'delete of what others need',
    [before, referring],
    [{delete: {id: 'a'}}],
    [[0, 'documentHasExistingReferencesError']],
  ],
  [
    'another type in the place of what others need',
    [before, referring],
    [{createOrReplace: {_id: 'a', _type: 'note'}}],
    [[0, 'documentHasExistingReferencesError']],
  ],
  [
    'another type, and nothing that refers to it any more',
    [before, referring],
    [{createOrReplace: {_id: 'a', _type: 'note'}}, {patch: {id: 'b', unset: ['author']}}],
    [],
  ],
  [
    'the same type in the place of what others need',
    [before, referring],
    [{createOrReplace: {_id: 'a', _type: 'talk'}}],
    [],
  ],
  ['delete of both', [before, referring], [{delete: {id: 'a'}}, {delete: {id: 'b'}}], []],
  ['delete of what is not there', [], [{delete: {id: 'a'}}], []],
  ['another type by patch', [before], [{patch: {id: 'a', set: {_type: 'x'}}}], [[0, 'validationError']]],
  ['another creation time by patch', [before], [{patch: {id: 'a', set: {_createdAt: 5}}}], [[0, 'validationError']]],
  ['no creation time by patch', [before], [{patch: {id: 'a', unset: ['_createdAt']}}], [[0, 'validationError']]],
  ['the same creation time by patch', [before], [{patch: {id: 'a', set: {_createdAt: before._createdAt}}}], []],
  [
    'counting beyond any number',
    [before],
    [{patch: {id: 'a', set: {n: 1e308}, inc: {n: 1e308}}}],
    [[0, 'validationError']],
  ],
  ['a bad id', [], [{create: {_id: '-a b', _type: 'x'}}], [[0, 'validationError']]],
]

test.each(failures)('%s', (_name, stored, mutations, expected) => {
  expect(failure(stored, mutations)).toEqual(expected)
})

test.each([
  ['a'.repeat(129), 'it has 129 characters, and at most 128 are allowed'],
  [`drafts.${'a'.repeat(122)}`, 'it has 129 characters, and at most 128 are allowed'],
  ...['-a', '.a', 'a..b', 'a.-b', 'a b', '발표'].map((id) => [
    id,
    'use letters, digits, "_", "-" and single dots, and no "-" first',
  ]),
  ...['drafts', 'versions', 'versions.a', 'icon.versions', 'versions.drafts.a', 'drafts.versions.r.a'].map((id) => [
    id,
    '"drafts" and "versions" stand first, as in drafts.ID and versions.RELEASE.ID',
  ]),
])('%s is no id', (_id = '', why) => {
  expect(() => run([], [{create: {_id, _type: 'x'}}])).toThrow(`Document ID "${_id}" is not valid: ${why}`)
})

test.each([
  'a'.repeat(128),
  '_.releases.r',
  'drafts.a.b',
  'versions.r.a.b',
  'my-drafts',
  'a.drafts-of',
  'draftsA',
  '0_-',
])('%s is an id', (_id) => {
  expect(run([], [{create: {_id, _type: 'x'}}]).map(({id}) => id)).toEqual([_id])
})

test.each<[said: string | number, made: string]>([
  ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['2020-01-01T09:00:00.123+09:00', '2020-01-01T09:00:00.123+09:00'],
  ['2020-01-01', '2020-01-01'],
  ...['March 7, 2024', '2020-13-01T00:00:00Z', '2020-02-30', '+020000-01-01T00:00:00Z', '2020', '1', 7].map(
    (said): [said: string | number, made: string] => [said, '2026-11-22T09:00:00.000Z'],
  ),
])('a document that is said to be made and changed at %j was so at %s', (said, made) => {
  const [change] = run([], [{create: {_id: 'a', _type: 'talk', _createdAt: said, _updatedAt: said}}])
  expect([change?.next?._createdAt, change?.next?._updatedAt]).toEqual([made, made])
})

test('a query changes ten thousand documents, and no more', () => {
  const stored = Array.from({length: 10_001}, (_, index) => ({...before, _id: `a${index}`}))
  const deletion: Mutation = {delete: {query: '*'}}
  expect(run(stored.slice(1), [deletion]).length).toBe(10_000)
  const description = 'The query selects 10001 documents, and a mutation changes 10000 at most: select fewer'
  const items = [{index: 0, error: {type: 'validationError' as const, description}}]
  expect(() => run(stored, [deletion])).toThrow(new MutationError(items))
})

test('an id that ends in a dot is a prefix, and a given creation time is kept', () => {
  const [change] = run([], [{create: {_id: 'drafts.', _type: 'talk', _createdAt: '2020-01-01T00:00:00Z', _rev: 'x'}}])
  expect(change?.next).toEqual({
    _id: 'drafts.new-1',
    _type: 'talk',
    _rev: 'tx',
    _createdAt: '2020-01-01T00:00:00Z',
    _updatedAt: '2026-11-22T09:00:00.000Z',
  })
})

test('a document of another type in the place of one is a new one', () => {
  const [change] = run([before], [{createOrReplace: {_id: 'a', _type: 'note'}}])
  const now = '2026-11-22T09:00:00.000Z'
  expect(change?.next).toEqual({_id: 'a', _type: 'note', _rev: 'tx', _createdAt: now, _updatedAt: now})
})

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .constantFrom('a', 'b')
    .chain((_id) =>
      fc.constantFrom<Mutation>(
        {createOrReplace: {_id, _type: 't', n: 1}},
        {createIfNotExists: {_id, _type: 't'}},
        {delete: {id: _id}},
      ),
    ),
  fc
    .record({
      set: fc.dictionary(fc.constantFrom('n', 'e.f', 'title'), fc.string(), {maxKeys: 2}),
      inc: fc.constant({n: 1}),
    })
    .map((patch): Mutation => ({patch: {id: 'a', ...patch}})),
)

/** The changes, or none when the lake refuses the mutations by name. */
function runOrRefuse(...input: Parameters<typeof run>): PlainChange[] {
  try {
    return run(...input)
  } catch (error) {
    if (error instanceof MutationError) return []
    throw error
  }
}

test('what is deleted and what is created in one transaction are not held against each other one by one', () => {
  const talk = (_id: string, target: string) => ({
    _id,
    _type: 'talk',
    authors: Array.from({length: 5}, (_, index) => ({_key: String(index), _ref: target})),
  })
  const created = Array.from({length: 10_000}, (_, index): Mutation => ({create: talk(`new-${index}`, `new-${index}`)}))
  const stored = Array.from({length: 10_000}, (_, index) => ({...before, _id: `old-${index}`}))
  const deleted = stored.map(({_id}): Mutation => ({delete: {id: _id}}))
  expect(run(stored, [...created, ...deleted])).toHaveLength(20_000)
  const refers: Mutation = {create: talk('last', 'old-7')}
  expect(() => run(stored, [...deleted, refers])).toThrow(
    'Document "old-7" cannot be deleted as there are references to it from "last"',
  )
})

test('the mutations of a change, applied by the mutator to the previous document, give the next', () => {
  fc.assert(
    fc.property(fc.array(mutation, {maxLength: 5}), (mutations) => {
      for (const {previous, next, mutations: own} of runOrRefuse([before], mutations)) {
        const params = {mutations: structuredClone(own), transactionId: 'tx', timestamp: '2026-11-22T09:00:00.000Z'}
        const applied = new MutatorMutation(params as never).apply(
          previous === undefined ? null : structuredClone(previous),
        )
        expect(applied ?? undefined).toEqual(next)
      }
    }),
    {numRuns: 500},
  )
})
