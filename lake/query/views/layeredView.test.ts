import {expect, test} from 'vitest'
import type {LakeDocument} from '../../document.ts'
import {arraySource} from '../fixtures/arraySource.ts'
import {layeredView} from './layeredView.ts'
import {publishedView} from './publishedView.ts'

const stamp = '2024-01-01T00:00:00Z'
const document = (_id: string, fields: Record<string, string | {delete: boolean}> = {}): LakeDocument => ({
  _id,
  _type: 'talk',
  _rev: 'r',
  _createdAt: stamp,
  _updatedAt: stamp,
  ...fields,
})

const source = arraySource([
  document('a', {title: 'published a'}),
  document('drafts.a', {title: 'draft a'}),
  document('b', {title: 'published b'}),
  document('versions.r.b', {title: 'gone', _system: {delete: true}}),
  document('versions.r.c', {title: 'version c'}),
])
const shown = (documents: Iterable<LakeDocument> | undefined) =>
  Array.from(documents ?? [], ({_id, _originalId, title}) => [_id, _originalId, title])

test('the first layer that has a document gives it, under its published id', () => {
  const view = layeredView(source, ['drafts.', ''])
  expect(shown(view.candidates({kind: 'all'}))).toEqual([
    ['a', 'drafts.a', 'draft a'],
    ['b', 'b', 'published b'],
  ])
  expect(view.get('a')?._originalId).toBe('drafts.a')
  expect(view.get('drafts.a')?._originalId).toBe('drafts.a')
  expect(view.get('nothing')).toBeUndefined()
})

test('a version that deletes hides its document, also when only some attributes are read', () => {
  const view = layeredView(source, ['versions.r.', ''])
  const expected = [
    ['a', 'a', 'published a'],
    ['c', 'versions.r.c', 'version c'],
  ]
  expect(shown(view.candidates({kind: 'all'}))).toEqual(expected)
  expect(shown(view.candidates({kind: 'all'}, ['title']))).toEqual(expected)
  expect(view.get('b')).toBeUndefined()
})

test('narrowings speak of the ids that are shown', () => {
  const view = layeredView(source, ['drafts.', ''])
  const ids = (documents: Iterable<LakeDocument>) => Array.from(documents, ({_originalId}) => _originalId)
  expect(ids(view.candidates({kind: 'ids', ids: ['a']}))).toEqual(['drafts.a'])
  expect(ids(view.candidates({kind: 'versionsOf', id: 'a'}))).toEqual(['drafts.a'])
  expect(ids(view.candidates({kind: 'idPrefix', prefix: 'b'}))).toEqual(['b'])
})

test('documents of all layers come in one order', () => {
  const view = layeredView(source, ['versions.r.', 'drafts.', ''])
  const sorted = view.ordered({kind: 'all'}, {path: 'title', direction: 'desc'}, ['title'])
  expect(shown(sorted)).toEqual([
    ['c', 'versions.r.c', 'version c'],
    ['a', 'drafts.a', 'draft a'],
  ])
})

test('only a view of published documents alone can count without reading', () => {
  expect(layeredView(source, ['drafts.', '']).count({kind: 'all'})).toBeUndefined()
  expect(publishedView(source).count({kind: 'all'})).toBe(2)
  expect(shown(publishedView(source).candidates({kind: 'all'}))).toEqual([
    ['a', 'a', 'published a'],
    ['b', 'b', 'published b'],
  ])
})
