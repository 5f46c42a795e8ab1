import {expect, test} from 'vitest'
import {isReplayable} from './isReplayable.ts'
import type {Mutation} from './mutation.ts'

const talk = {_id: 'a', _type: 'talk'}

test.each<[Mutation, boolean]>([
  [{create: talk}, true],
  [{createOrReplace: talk}, true],
  [{createIfNotExists: talk}, true],
  [{patch: {id: 'a', set: {title: 'x', 'slug.current': 'y', 'authors[0].name': 'z'}, unset: ['tags[0:]._weak']}}, true],
  [{patch: {id: 'a', ifRevisionID: 'r', setIfMissing: {title: 'x'}}}, true],
  // Ids that the lake makes.
  [{create: {_type: 'talk'}}, false],
  [{create: {_id: '', _type: 'talk'}}, false],
  [{create: {_id: 'drafts.', _type: 'talk'}}, false],
  // What depends on other documents.
  [{delete: {id: 'a'}}, false],
  [{delete: {query: '*'}}, false],
  [{patch: {query: '*', set: {title: 'x'}}}, false],
  // What makes a document larger than what is said, or is not plain.
  [{patch: {id: 'a', set: {'tags[0:]': 'x'}}}, false],
  [{patch: {id: 'a', setIfMissing: {'tags[0:].x': 'x'}}}, false],
  [{patch: {id: 'a', set: {'tags[_key=="k"].x': 'x'}}}, false],
  [{patch: {id: 'a', unset: ['..x']}}, false],
  [{patch: {id: 'a', inc: {n: 1}}}, false],
  [{patch: {id: 'a', insert: {after: 'tags[-1]', items: ['x']}}}, false],
  [{patch: {id: 'a', diffMatchPatch: {title: ''}}}, false],
])('%j', (mutation, expected) => {
  expect(isReplayable([mutation])).toBe(expected)
  expect(isReplayable([{create: talk}, mutation])).toBe(expected)
})
