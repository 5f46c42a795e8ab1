import {expect, test} from 'vitest'
import type {DocumentSource, Narrowing} from './documentSource.ts'
import {evaluateQuery} from './evaluateQuery.ts'
import {arraySource} from './fixtures/arraySource.ts'
import {queryRequest} from './fixtures/queryRequest.ts'
import {parsePerspective} from './perspective.ts'

const stamps = {_rev: 'r1', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-02T00:00:00Z'}
const source = arraySource(
  [
    ['_.releases.rA', 'system.release'],
    ['talk-1', 'talk'],
    ['drafts.talk-1', 'talk'],
    ['talk-2', 'talk'],
    ['versions.rA.talk-2', 'talk'],
    ['author-admin', 'author'],
  ].map(([_id = '', _type = '']) => ({_id, _type, ...stamps})),
)

test.each([
  ['raw', false],
  ['published', false],
  ['drafts', false],
  ['raw', true],
  ['published', true],
] as const)(
  'all documents are counted as those of a type are, without being read whole: %s, anonymous: %s',
  (perspective, anonymous) => {
    const read: unknown[] = []
    const counted = {
      ...source,
      candidates(narrowing: Narrowing, attributes?: readonly string[]) {
        read.push(attributes)
        return source.candidates(narrowing, attributes)
      },
    }
    const more = {perspective: parsePerspective(perspective, '2025-02-19'), anonymous}
    const ask = (query: string, from: DocumentSource): unknown => evaluateQuery(queryRequest(from, query, more)).result
    expect(ask('[count(*), count(*[_type == "talk"])]', counted)).toEqual([
      ask('count(*[true])', source),
      ask('count(*[_type == "talk" && true])', source),
    ])
    // Of the drafts, which have no index of their own, ids and types alone.
    expect(read).toEqual(perspective === 'drafts' ? [['_system'], [], ['_system'], []] : [])
  },
)
