import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../../document.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import type {DocumentSource, Narrowing} from '../../query/documentSource.ts'
import {arraySource} from '../../query/fixtures/arraySource.ts'
import {addDataset, never, openTestStore} from '../fixtures/openTestStore.ts'

const SIZE = 300
const value = fc.oneof(
  {weight: 8, arbitrary: fc.constantFrom<JsonValue>('a', 'b', '가', '', null, true, false, 0, -1.5, '\u{1F600}')},
  {weight: 2, arbitrary: fc.constantFrom<JsonValue>('x'.repeat(70), 'x'.repeat(2_000), '\ufffd', '\u{10fffe}')},
  {weight: 1, arbitrary: fc.constantFrom<JsonValue>(['a'], {x: 1})},
)
const id = fc.oneof(
  fc.nat(SIZE - 1).map((number) => `doc-${number}`),
  fc.constantFrom('a', 'drafts.doc-1', 'doc-1.b', 'z', '_', 'doc-1-'),
)
const mutation = fc.oneof(
  fc
    .tuple(id, fc.constantFrom('talk', 'note'), value, value)
    .map(([_id, _type, at, other]): Mutation => ({createOrReplace: {_id, _type, at, nested: {other}}})),
  id.map((id): Mutation => ({delete: {id}})),
)
const steps = fc.array(fc.array(mutation, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 8})

const narrowings: Narrowing[] = [{kind: 'all'}, {kind: 'types', types: ['talk']}, {kind: 'types', types: ['note']}]
const paths = ['at', 'nested.other', 'none', '_id', '_type']

const spell = (value: unknown): string => JSON.stringify(value)

/** All that a source keeps in memory from one query to the next. */
function seen(source: DocumentSource, other: DocumentSource): unknown {
  const tables = ['talk', 'note', undefined].map((type) => {
    const [rows, otherRows] = [source.rows?.(type), other.rows?.(type)]
    const both = paths.filter((path) => rows?.column(path) && otherRows?.column(path))
    const columns = both.map((path) => [path, rows?.column(path), path === '_id' ? [] : rows?.texts?.(path, spell)])
    return rows && otherRows && {ids: [...rows.ids], columns}
  })
  const lists = narrowings.map((narrowing) => Array.from(source.candidates(narrowing, ['at']), ({_id}) => _id))
  const sorted = narrowings.flatMap((narrowing) =>
    (['asc', 'desc'] as const).map((direction) => {
      const [documents, others] = [source, other].map((one) => one.ordered?.(narrowing, {path: 'at', direction}))
      return documents && others && Array.from(documents, ({_id}) => _id)
    }),
  )
  return {tables, lists, sorted}
}

test('what is kept in memory follows the commits', () => {
  const store = openTestStore({after: never})
  fc.assert(
    fc.property(steps, (commits) => {
      const dataset = addDataset(store)
      const documents = new Map<string, LakeDocument>()
      const commit = (mutations: Mutation[]): void => {
        const request = Buffer.from(JSON.stringify({mutations}))
        const {results} = dataset.commit(mutations, {identity: {id: 'p', role: 'editor'}, request})
        for (const {id} of results) {
          const document = dataset.get(id)
          if (document) documents.set(id, document)
          else documents.delete(id)
        }
      }
      commit(
        Array.from({length: SIZE}, (_, index) => ({
          create: {_id: `doc-${index}`, _type: index < 280 ? 'talk' : 'note', at: `${index % 9}`},
        })),
      )
      for (const mutations of [[], ...commits]) {
        commit(mutations)
        const array = arraySource([...documents.values()])
        expect(seen(dataset.source, array)).toEqual(seen(array, dataset.source))
      }
    }),
    {numRuns: 40},
  )
})
