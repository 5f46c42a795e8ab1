import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {createStore} from '../createStore.ts'
import {openDatabase} from '../database/openDatabase.ts'
import {newFolder} from '../fixtures/openTestStore.ts'
import {migrate} from './migrate.ts'
import {migrations} from './migrations.ts'

const at = (second: number): string => `2026-01-01T00:00:0${second}Z`
const talk = (rev: string, title: string) => ({
  _id: 'talk',
  _type: 'talk',
  _rev: rev,
  _createdAt: at(1),
  _updatedAt: at(1),
  title,
})

const note = {_id: 'note', _type: 'note', _rev: 'tx1', _createdAt: at(1), _updatedAt: at(1)}
const retitled = {patch: {id: 'talk', set: {title: '새 제목'}}}
const retitling = {apply: [17, '새 제목', 'title'], revert: [17, '제목', 'title']}
const removal = {apply: [0, null], revert: [0, note]}

/** A lake as the first version wrote it: a talk created and edited, a note created in the same transaction and deleted, the talk not yet in the full text. */
function writeFirstVersion(dataDir: string): void {
  const database = openDatabase(join(dataDir, 'lake.sqlite'))
  migrate(database, migrations.slice(0, 1))
  const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
  database
    .prepare('INSERT INTO datasets (name, acl_mode, created_at, epoch, sequence) VALUES (?, ?, ?, ?, ?)')
    .run('production', 'public', at(0), 'abcd', 3)
  database
    .prepare('INSERT INTO documents (dataset, id, type, rev, body, changes_since_snapshot) VALUES (1, ?, ?, ?, ?, 1)')
    .run('talk', 'talk', 'tx2', bytes(talk('tx2', '새 제목')))
  const transaction = database.prepare('INSERT INTO transactions VALUES (1, ?, ?, ?, ?)')
  for (const sequence of [1, 2, 3]) transaction.run(sequence, `tx${sequence}`, at(sequence), 'pEditor')
  const change = database.prepare('INSERT INTO changes VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const mutations = (mutation: unknown): string => JSON.stringify([mutation])
  change.run('talk', 1, 1, 'appear', null, 'talk', 'create', bytes(talk('tx1', '제목')), null, null)
  change.run('note', 1, 0, 'appear', null, 'note', 'create', bytes(note), null, null)
  change.run('talk', 2, 0, 'update', 'tx1', 'talk', null, null, JSON.stringify(retitling), mutations(retitled))
  const deletion = mutations({delete: {id: 'note'}})
  change.run('note', 3, 0, 'disappear', 'tx1', 'note', null, null, JSON.stringify(removal), deletion)
  database.prepare('INSERT INTO text_pending VALUES (1, 1)').run()
  database.close()
}

test('a lake of the first version keeps its documents and its history, and goes on', () => {
  const dataDir = newFolder()
  writeFirstVersion(dataDir)
  const store = createStore({dataDir, clock: () => new Date('2026-01-02T00:00:00Z')})
  onTestFinished(() => store.close())
  const {history, source, ...dataset} = store.dataset('production')

  expect(dataset.get('talk')).toEqual(talk('tx2', '새 제목'))
  expect(source.revision).toBe(3)
  expect(store.database.prepare<object>('SELECT indexed FROM datasets').all()).toEqual([{indexed: 3}])
  expect(history.recordedChangesIn(1).map(({id}) => id)).toEqual(['note', 'talk'])
  const [before, after] = [talk('tx1', '제목'), talk('tx2', '새 제목')]
  expect(history.changesIn(2)).toEqual([
    {id: 'talk', previous: before, next: after, mutations: [retitled], effects: retitling},
  ])
  expect(history.changesIn(3)).toEqual([
    {id: 'note', previous: note, next: undefined, mutations: [{delete: {id: 'note'}}], effects: removal},
  ])
  expect([0, 1, 2, 9].map((second) => history.transactionAtTime(at(second))?.id)).toEqual([
    undefined,
    'tx1',
    'tx2',
    'tx3',
  ])
  store.settle()
  expect([...source.candidates({kind: 'text', terms: ['제목']})].map(({_id}) => _id)).toEqual(['talk'])
  expect([...source.candidates({kind: 'text', terms: ['없는말']})]).toEqual([])
  expect(source.counted?.('talk')?.length).toBe('새 제목'.length)

  const patches = [{patch: {id: 'talk', set: {title: '끝'}}}]
  dataset.commit(patches, {identity: {id: 'pEditor', role: 'editor'}, transactionId: 'tx4'})
  expect(history.transactionById('tx4')?.sequence).toBe(4)
  expect(history.recordedChangesIn(4)).toEqual([{id: 'talk', type: 'talk', transition: 'update', previousRev: 'tx2'}])
})

test('a migration that fails leaves the database as it was', () => {
  const dataDir = newFolder()
  writeFirstVersion(dataDir)
  const broken = {name: 'broken', sql: 'DROP TABLE text_pending; DROP TABLE missing;'}
  expect(() => createStore({dataDir, migrations: [...migrations.slice(0, 1), broken]})).toThrow(
    /no such table: missing/,
  )
  const database = openDatabase(join(dataDir, 'lake.sqlite'))
  onTestFinished(() => database.close())
  expect(database.prepare('SELECT * FROM text_pending').all()).toHaveLength(1)
  expect(database.prepare<{user_version: number}>('PRAGMA user_version').get()?.user_version).toBe(1)
})
