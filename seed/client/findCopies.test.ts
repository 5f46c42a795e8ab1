import {expect, test} from 'vitest'
import {findCopies} from './findCopies.ts'

const page = (id: string, created: string, path?: string) => ({id, created, path})

test.each([
  ['the younger one, whichever comes first', [page('a', '2'), page('b', '1')], ['a']],
  ['the younger one, whichever comes last', [page('a', '1'), page('b', '2')], ['b']],
  ['of one moment the one whose id comes later', [page('b', '1'), page('a', '1')], ['b']],
  ['all but the oldest', [page('c', '3'), page('a', '1'), page('b', '2')], ['c', 'b']],
])('of documents of one file the copies are %s', (_, documents, copies) => {
  expect([...findCopies(documents.map((document) => ({...document, path: 'x.md'})))]).toEqual(copies)
})

test('documents of different files, or of none, are no copies of one another', () => {
  expect(findCopies([page('a', '1', 'a.md'), page('b', '1', 'b.md'), page('c', '1'), page('d', '1')])).toEqual(
    new Set(),
  )
})
