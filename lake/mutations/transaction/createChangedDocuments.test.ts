import {expect, test} from 'vitest'
import type {LakeDocument} from '../../document.ts'
import {createChangedDocuments} from './createChangedDocuments.ts'
import {before} from './fixtures/runTransaction.ts'

test('what is stored is read once: a large document is long parsed', () => {
  const read: string[] = []
  const documents = createChangedDocuments({
    get(id): LakeDocument | undefined {
      read.push(id)
      return id === 'a' ? before : undefined
    },
    has: () => true,
    select: () => [],
    idsWithPrefix: () => [],
    strongReferrers: () => [],
  })
  const next = {...before, n: 2}
  expect([documents.get('a'), documents.get('a'), documents.get('b'), documents.get('b')]).toEqual([
    before,
    before,
    undefined,
    undefined,
  ])
  documents.record('a', next, {patch: {id: 'a', inc: {n: 1}}}, 0)
  documents.record('b', {...next, _id: 'b'}, {create: {...next, _id: 'b'}}, 1)
  expect([documents.get('a'), documents.changes.get('a')?.previous, documents.changes.get('b')?.previous]).toEqual([
    next,
    before,
    undefined,
  ])
  expect(read).toEqual(['a', 'b'])
})
