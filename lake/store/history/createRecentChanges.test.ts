import {expect, test} from 'vitest'
import {createRecentChanges} from './createRecentChanges.ts'

const key = (pk: number) => ({pk, id: `doc-${pk}`})

test('documents that changed since a revision are told once, with their last key', () => {
  const recent = createRecentChanges(3)
  recent.record(4, [key(1), key(2)])
  recent.record(5, [{pk: 9, id: 'doc-1'}])
  expect([3, 4, 5].map((revision) => recent.since(revision))).toEqual([
    [{pk: 9, id: 'doc-1'}, key(2)],
    [{pk: 9, id: 'doc-1'}],
    [],
  ])
})

test('nothing is told of revisions before the first one', () => {
  expect(createRecentChanges(3).since(2)).toBeUndefined()
})

test('when there are too many, the older ones are forgotten, whole transactions at a time', () => {
  const recent = createRecentChanges(0)
  for (let revision = 1; revision <= 300; revision++) recent.record(revision, [key(revision), key(-revision)])
  const known = Array.from({length: 301}, (_, revision) => recent.since(revision))
  expect(known.findIndex((changes) => changes !== undefined)).toBe(50)
  expect(known.slice(50).map((changes) => changes?.length)).toEqual(Array.from({length: 251}, (_, at) => 500 - at * 2))
  recent.record(
    301,
    Array.from({length: 1_000}, (_, pk) => key(pk)),
  )
  expect([recent.since(300), recent.since(301)]).toEqual([undefined, []])
})

test('what was rolled back is known to nobody', () => {
  const recent = createRecentChanges(1)
  recent.record(2, [key(1)])
  recent.forget(2)
  recent.record(3, [key(2)])
  expect([1, 2, 3].map((revision) => recent.since(revision))).toEqual([undefined, undefined, []])
})
