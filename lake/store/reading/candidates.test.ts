import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CommitOptions, Dataset} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import type {Narrowing} from '../../query/documentSource.ts'
import {satisfiesNarrowing} from '../../query/satisfiesNarrowing.ts'
import {addDataset, openTestStore} from '../fixtures/openTestStore.ts'

const editor: CommitOptions = {identity: {id: 'pEditor', role: 'editor'}}

const word = fc.oneof(
  fc.constantFrom(
    '백엔드',
    '개발에',
    '짧은 견해',
    'AI',
    'Sanity',
    '가나다',
    'a',
    '\u{1F600}x',
    '\uFF21',
    '\uE000',
    'é',
    '',
  ),
  fc.string({unit: 'grapheme', maxLength: 5}),
  fc.constantFrom('x', 'y', '가').map((unit) => unit.repeat(70)),
)
const scalar = fc.oneof(
  word,
  fc.integer({min: -3, max: 3}),
  fc.boolean(),
  fc.double({noNaN: true, noDefaultInfinity: true}),
)
const id = fc.constantFrom(
  'a',
  'b',
  'c',
  'drafts.a',
  'versions.r.b',
  'versions.q-1.a',
  'versions.r.a',
  'versions.q.c',
  'talk-1',
  'Z',
)
const content = fc.record(
  {
    title: word,
    rank: scalar,
    slug: fc.record({_type: fc.constant('slug'), current: word}),
    tags: fc.array(scalar, {maxLength: 3}),
    author: fc.record({_ref: id, _weak: fc.constant(true)}),
    body: fc.array(
      fc.record({_key: fc.string({maxLength: 2}), children: fc.array(fc.record({text: word}), {maxLength: 2})}),
      {
        maxLength: 2,
      },
    ),
  },
  {requiredKeys: []},
)
const documents = fc.array(fc.record({_id: id, _type: fc.constantFrom('talk', 'author'), content}), {maxLength: 8})
const path = fc.constantFrom(
  'title',
  'rank',
  'slug.current',
  'tags',
  'slug._type',
  'author._ref',
  '_id',
  '_type',
  'nothing',
)
const {narrowing} = fc.letrec<{narrowing: Narrowing}>((tie) => ({
  narrowing: fc.oneof(
    {maxDepth: 3},
    fc.constant<Narrowing>({kind: 'all'}),
    fc.array(id).map((ids): Narrowing => ({kind: 'ids', ids})),
    fc.constantFrom('', 'drafts.', 'versions.', 'ta').map((prefix): Narrowing => ({kind: 'idPrefix', prefix})),
    fc.constantFrom('a', 'b', 'versions.r.b').map((of): Narrowing => ({kind: 'versionsOf', id: of})),
    fc.array(fc.constantFrom('talk', 'author', 'other')).map((types): Narrowing => ({kind: 'types', types})),
    fc.record({path, values: fc.array(scalar, {maxLength: 3})}).map((of): Narrowing => ({kind: 'equals', ...of})),
    fc.record({path, from: word, to: word}, {requiredKeys: ['path']}).map((of): Narrowing => ({kind: 'range', ...of})),
    fc
      .record({path, from: fc.integer(), to: fc.integer()}, {requiredKeys: ['path']})
      .map((of): Narrowing => ({kind: 'range', ...of})),
    fc.array(id).map((ids): Narrowing => ({kind: 'references', ids})),
    fc
      .array(
        fc.constantFrom('백엔드', '개발', '발에', '발에\n', '나', '다\n', 'a', 'a\n', 'ai', 'i\n', 'san', '견해', 'x'),
        {maxLength: 2},
      )
      .map((terms): Narrowing => ({kind: 'text', terms})),
    fc.array(tie('narrowing'), {maxLength: 3}).map((of): Narrowing => ({kind: 'and', of})),
    fc.array(tie('narrowing'), {maxLength: 3}).map((of): Narrowing => ({kind: 'or', of})),
  ),
}))

function idsOf(found: Iterable<LakeDocument>): string[] {
  return [...found].map((document) => document._id)
}

test('candidates are a superset of the documents that satisfy the narrowing, in id order', () => {
  const store = openTestStore()
  const check = (dataset: Dataset, wanted: Narrowing): void => {
    const all = [...dataset.source.candidates({kind: 'all'})]
    const candidates = idsOf(dataset.source.candidates(wanted))
    expect(candidates).toEqual([...new Set(candidates)].sort())
    const missing = all.filter((document) => satisfiesNarrowing(document, wanted)).map((document) => document._id)
    expect(missing.filter((matching) => !candidates.includes(matching))).toEqual([])
  }
  fc.assert(
    fc.property(
      documents,
      documents,
      fc.array(id),
      fc.array(narrowing, {minLength: 4, maxLength: 8}),
      (first, second, deleted, wanted) => {
        const dataset = addDataset(store)
        for (const written of [first, second]) {
          const mutations = written.map(({_id, _type, content: fields}) => ({
            createOrReplace: {...fields, _id, _type},
          }))
          dataset.commit(mutations, editor)
        }
        dataset.commit(
          deleted.map((gone) => ({delete: {id: gone}})),
          editor,
        )
        expect(new Set(idsOf(dataset.source.candidates({kind: 'all'}))).size).toBeLessThanOrEqual(10)
        for (const one of wanted) check(dataset, one)
      },
    ),
    {numRuns: 150},
  )
})
