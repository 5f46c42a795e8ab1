import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import type {DocumentSource, Narrowing} from '../../query/documentSource.ts'
import {arraySource} from '../../query/fixtures/arraySource.ts'
import {addDataset, openTestStore} from '../fixtures/openTestStore.ts'

const value = fc.option(
  fc.oneof(
    fc.constantFrom<JsonValue>('a', 'b', '가', '\u{1F600}', '\uFFFD', true, false, null, '', '2024-01-01T00:00:00Z'),
    fc.integer({min: -2, max: 2}),
    fc.constant<JsonValue>(['a']),
    fc.constant<JsonValue>({x: 1}),
  ),
  {nil: undefined},
)
const content = fc.array(
  fc.tuple(fc.constantFrom('', 'drafts.', 'versions.r.'), value, fc.constantFrom('talk', 'note')),
  {maxLength: 90},
)

test('the store sorts and counts as an array does', () => {
  const store = openTestStore()
  fc.assert(
    fc.property(content, (rows) => {
      const dataset = addDataset(store)
      const create = rows.map(([prefix, at, _type], index) => ({
        create: {_id: `${prefix}doc-${index}`, _type, ...(at === undefined ? {} : {at})},
      }))
      const {results} = dataset.commit(create, {identity: {id: 'p', role: 'editor'}})
      const array = arraySource(results.flatMap(({document}) => document ?? []))
      const narrowings: Narrowing[] = [{kind: 'all'}, {kind: 'types', types: ['talk']}]
      for (const narrowing of narrowings) {
        const idsInOrder = (source: DocumentSource) =>
          Array.from(source.ordered?.(narrowing, {path: '_id', direction: 'asc'}) ?? [], ({_id}) => _id)
        expect(idsInOrder(dataset.source)).toEqual(idsInOrder(array))
        for (const direction of ['asc', 'desc'] as const) {
          const ids = (source: DocumentSource): string[] =>
            Array.from(source.ordered?.(narrowing, {path: 'at', direction}) ?? [], ({_id}) => _id)
          const stored = ids(dataset.source)
          // Without any indexed value the store has no order to give.
          expect(stored.length > 0 ? stored : ids(array)).toEqual(ids(array))
        }
        for (const scope of ['all', 'unversioned', 'published', 'public'] as const) {
          expect(dataset.source.count?.(narrowing, scope)).toBe(array.count?.(narrowing, scope))
        }
      }
    }),
    {numRuns: 40},
  )
})
