import {expect, test} from 'vitest'
import type {CommitOptions, CommittedTransaction} from '../dataset.ts'
import {createStore, type Store, type StoreOptions} from './createStore.ts'
import {newFolder, openTestStore} from './fixtures/openTestStore.ts'

const editor: CommitOptions = {identity: {id: 'pEditor', role: 'editor'}}

function openStore(options: Partial<StoreOptions> = {}): Store {
  let count = 0
  return openTestStore({
    clock: () => new Date('2026-11-22T10:00:00.000Z'),
    createId: () => `id-${++count}`,
    ...options,
  })
}

const talk = {
  _id: 'talk-1',
  _type: 'talk',
  title: '백엔드 개발에 대한 짧은 견해',
  slug: {_type: 'slug', current: 'short-view'},
}

test('a committed document has its system fields and is found again after a restart', () => {
  const dataDir = newFolder()
  const first = openStore({dataDir})
  const result = first.dataset('production').commit([{create: talk}], {...editor, transactionId: 'tx1'})
  const stored = {...talk, _rev: 'tx1', _createdAt: '2026-11-22T10:00:00.000Z', _updatedAt: '2026-11-22T10:00:00.000Z'}
  expect(result).toEqual({transactionId: 'tx1', results: [{id: 'talk-1', operation: 'create', document: stored}]})
  first.close()
  const dataset = openStore({dataDir}).dataset('production')
  expect(dataset.get('talk-1')).toEqual(stored)
  expect(JSON.parse(dataset.text('talk-1') ?? '')).toEqual(stored)
  expect(dataset.source.revision).toBe(1)
})

test('listeners hear of a transaction after it is durable, with effects and previous state', () => {
  const dataset = openStore().dataset('production')
  dataset.commit([{create: talk}], {...editor, transactionId: 'tx1'})
  const heard: CommittedTransaction[] = []
  dataset.subscribe((transaction) => heard.push(transaction))
  dataset.commit([{patch: {id: 'talk-1', set: {featured: true}}}], {...editor, transactionId: 'tx2'})
  const previous = {
    ...talk,
    _rev: 'tx1',
    _createdAt: '2026-11-22T10:00:00.000Z',
    _updatedAt: '2026-11-22T10:00:00.000Z',
  }
  expect(heard).toEqual([
    {
      sequence: 2,
      id: 'tx2',
      timestamp: '2026-11-22T10:00:00.000Z',
      author: 'pEditor',
      changes: [
        {
          id: 'talk-1',
          previous,
          next: {...previous, _rev: 'tx2', featured: true},
          mutations: [{patch: {id: 'talk-1', set: {featured: true}}}],
          effects: {apply: [17, true, 'featured'], revert: [19, 4]},
        },
      ],
    },
  ])
})

test('a second store on the same folder gets a clear error', () => {
  const dataDir = newFolder()
  openStore({dataDir})
  expect(() => createStore({dataDir})).toThrow(/in use by another process/)
})

test('a database of a newer version is left alone', () => {
  const dataDir = newFolder()
  const store = openStore({dataDir})
  store.database.exec('PRAGMA user_version = 999')
  store.close()
  expect(() => createStore({dataDir})).toThrow(/newer version of Lectern/)
})

test('what takes the place of a purged history is neither taken for it nor missing from searches', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  const draft = {_id: 'drafts.b', _type: 'talk', title: '초안'}
  dataset.commit([{create: talk}], editor)
  dataset.commit([{create: draft}], editor)
  dataset.commit([{delete: {id: 'drafts.b'}}], editor)
  store.settle()
  dataset.commitActions(
    [
      {actionType: 'sanity.action.document.create', publishedId: 'b', attributes: draft},
      {actionType: 'sanity.action.document.discard', draftId: 'drafts.b', purge: true},
    ],
    editor,
  )
  dataset.commit([{create: {_id: 'c', _type: 'talk', title: '취약점'}}], editor)
  expect([1, 2, 3, 4, 5].map((sequence) => dataset.history.recordedChangesIn(sequence).map(({id}) => id))).toEqual([
    ['talk-1'],
    [],
    [],
    [],
    ['c'],
  ])
  expect([...dataset.source.candidates({kind: 'text', terms: ['취약점']})].map(({_id}) => _id)).toEqual(['c'])
})

test('a transaction that takes too long is given up as a whole', () => {
  let now = Date.UTC(2026, 10, 22)
  const store = openStore({clock: () => new Date((now += 1_000))})
  const dataset = store.dataset('production')
  const creations = Array.from({length: 40}, (_, at) => ({create: {_id: `talk-${at}`, _type: 'talk'}}))
  expect(() => dataset.commit(creations, editor)).toThrow('The transaction takes longer than 30000 ms')
  expect(dataset.get('talk-0')).toBeUndefined()
  expect(dataset.commit(creations.slice(0, 20), editor).results.length).toBe(20)
})

test.each(['set', 'inc', 'unset'])('so is one with a single patch that takes too long: %s', (kind) => {
  let now = Date.UTC(2026, 10, 22)
  const store = openStore({clock: () => new Date((now += 1_000))})
  const dataset = store.dataset('production')
  const list = Array.from({length: 800}, (_, at) => ({_key: `k${at}`, v: 1}))
  dataset.commit([{create: {_id: 'a', _type: 'talk', list}}], editor)
  const paths = list.map(({_key}) => `list[_key=="${_key}"].v`)
  const values = Object.fromEntries(paths.map((path) => [path, 2]))
  const patch = {id: 'a', [kind]: kind === 'unset' ? paths : values}
  expect(() => dataset.commit([{patch}], editor)).toThrow('The transaction takes longer than 30000 ms')
  expect(dataset.get('a')?.['list']).toEqual(list)
})
