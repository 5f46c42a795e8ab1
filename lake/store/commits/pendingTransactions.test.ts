import {expect, test} from 'vitest'
import type {CommittedTransaction, Dataset} from '../../dataset.ts'
import type {JsonValue} from '../../document.ts'
import {newFolder} from '../fixtures/openTestStore.ts'
import {
  afterCrash,
  asked,
  clock,
  create,
  editor,
  openStore,
  pendingRows,
  storedIds,
} from '../fixtures/pendingCommits.ts'

test('a commit writes what was asked for alone; documents and history follow when somebody reads them', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  const heard: CommittedTransaction[] = []
  dataset.subscribe((transaction) => heard.push(transaction))
  const document = {
    _id: 'a',
    _type: 'talk',
    _rev: 't1',
    _createdAt: clock().toISOString(),
    _updatedAt: clock().toISOString(),
  }
  dataset.commit(...asked([create('a')], 't1'))
  dataset.commit(...asked([{patch: {id: 'a', set: {n: 1}}}], 't2'))
  expect([pendingRows(store), storedIds(store)]).toEqual([['t1', 't2'], []])
  expect(heard.map(({sequence, id: name, changes}) => [sequence, name, changes.map(({effects}) => effects)])).toEqual([
    [1, 't1', [{apply: [0, expect.any(Object)], revert: [0, null]}]],
    [2, 't2', [{apply: [17, 1, 'n'], revert: [19, 4]}]],
  ])
  expect([dataset.get('a'), dataset.source.revision]).toEqual([{...document, _rev: 't2', n: 1}, 2])
  expect([pendingRows(store), storedIds(store)]).toEqual([['t1', 't2'], []])
  expect(dataset.history.stateAt('a', 1)).toEqual(document)
  expect([pendingRows(store), storedIds(store)]).toEqual([[], ['a']])
})

const readers: [string, (dataset: Dataset) => unknown, JsonValue][] = [
  ['the documents of a type', ({source}) => [...source.candidates({kind: 'types', types: ['talk']})].length, 1],
  ['their number', ({source}) => source.count?.({kind: 'types', types: ['talk']}, 'all'), 1],
  ['their order', ({source}) => [...(source.ordered?.({kind: 'all'}, {path: 'n', direction: 'asc'}) ?? [])].length, 1],
  ['whether there is one', ({source}) => source.has?.('a'), true],
  ['ids with a prefix', (dataset) => dataset.idsWithPrefix('a'), ['a']],
  ['ids with another', (dataset) => dataset.idsWithPrefix('b'), []],
  ['the bytes of a document', (dataset) => Buffer.from(dataset.bytes('a') ?? []).includes('"n":1'), true],
  ['ids of the history', ({history}) => history.idsWithPrefix('a'), ['a']],
  ['the last transaction', ({history}) => history.lastSequence(), 1],
]

test.each(readers)('what reads %s sees what is pending', (_name, read, expected) => {
  const dataset = openStore().dataset('production')
  dataset.commit(...asked([create('a', {n: 1})], 't1'))
  expect(read(dataset)).toEqual(expected)
})

test('another document is read and changed without settling what is pending', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit([create('b')], editor)
  dataset.commit(...asked([create('a')], 't1'))
  expect(dataset.text('b')).toContain('"b"')
  expect(() => dataset.commit(...asked([create('c')], 't1'))).toThrow('The transaction ID "t1" is already in use')
  dataset.commit(...asked([{patch: {id: 'b', set: {n: 2}}}], 't2'))
  expect(pendingRows(store)).toEqual(['t1', 't2'])
  dataset.commit([create('d')], {...editor, transactionId: 't3'})
  expect([
    pendingRows(store),
    dataset.history
      .transactionsAfter(0, 9)
      .map(({id: name}) => name)
      .slice(1),
  ]).toEqual([[], ['t1', 't2', 't3']])
})

test('what a crash left pending is settled when commits pause, and its time does not go backwards', () => {
  const dataDir = newFolder()
  openStore({dataDir, clock: () => new Date('2026-11-28T12:00:00.000Z')})
    .dataset('production')
    .commit(...asked([create('a')], 't1'))
  const planned: Array<() => void> = []
  const after = (_milliseconds: number, callback: () => void) => {
    planned.push(callback)
    return () => undefined
  }
  const store = afterCrash(dataDir, {after})
  const dataset = store.dataset('production')
  expect([pendingRows(store), dataset.get('a')?._updatedAt]).toEqual([['t1'], '2026-11-28T12:00:00.000Z'])
  dataset.commit(...asked([create('b')], 't2'))
  expect(dataset.get('b')?._updatedAt).toBe('2026-11-28T12:00:00.000Z')
  for (let run = planned.shift(); run !== undefined && storedIds(store).length === 0; run = planned.shift()) run()
  expect([pendingRows(store), storedIds(store)]).toEqual([[], ['a', 'b']])
})

test('what cannot be made again after a crash stays where it is, and is named', () => {
  const dataDir = newFolder()
  const store = openStore({dataDir})
  store.dataset('production').commit(...asked([create('a')], 't1'))
  store.database
    .prepare('UPDATE pending_transactions SET request = ?')
    .run(Buffer.from('{"mutations": [{"create": {"_id": "a"}}]}'))
  const again = afterCrash(dataDir)
  expect(() => again.dataset('production')).toThrow(
    'Transaction "t1", which is not written into the documents yet, cannot be made again: ' +
      'Document "a" must have a "_type" that is a non-empty string. Start the version of Lectern that accepted it, and end it',
  )
  expect(pendingRows(again)).toEqual(['t1'])
})

test('a transaction that changed nothing does not wait for ever', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit([create('a')], editor)
  dataset.commit(...asked([{createIfNotExists: {_id: 'a', _type: 'talk'}}], 't1'))
  expect(pendingRows(store)).toEqual(['t1'])
  store.settle()
  expect([pendingRows(store), dataset.history.recordedChangesIn(2)]).toEqual([[], []])
})

test('a disk that takes no more keeps nobody from reading what is pending', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit([create('a', {n: 1}), create('c', {n: 1})], editor)
  store.settle()
  const documents = Array.from({length: 60}, (_, index) => create(`b${index}`, {n: 1, text: '글'.repeat(900)}))
  dataset.commit(...asked([...documents, {patch: {id: 'a', set: {n: 2}}}], 't1'))
  const {page_count: pages = 0} = store.database.prepare<{page_count: number}>('PRAGMA page_count').get() ?? {}
  store.database.exec(`PRAGMA max_page_count = ${pages}`)
  const found = (values: number[]): string[] =>
    [...dataset.source.candidates({kind: 'equals', path: 'n', values})]
      .filter(({n}) => n === values[0])
      .map(({_id}) => _id)
  expect([found([2]), found([1]).length, dataset.get('b7')?.['n']]).toEqual([['a'], 61, 1])
  expect([dataset.source.rows?.('talk'), dataset.source.count?.({kind: 'all'}, 'all')]).toEqual([undefined, undefined])
  expect(() => dataset.history.lastSequence()).toThrow('The disk is full')
  expect(pendingRows(store)).toEqual(['t1'])
  store.database.exec('PRAGMA max_page_count = 1000000')
  expect([found([2]), found([1]).length, dataset.source.count?.({kind: 'all'}, 'all')]).toEqual([['a'], 61, 62])
  expect(pendingRows(store)).toEqual([])
})

test('commits that share a write settle in it what is pending, of which others may be', async () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit(...asked([create('a')], 'a'))
  const answers = await Promise.all([
    dataset.submit(...asked([create('b')], 'b')),
    dataset.submit([{delete: {id: 'a'}}], {...editor, transactionId: 'c'}),
    dataset.submit(...asked([create('d')], 'd')),
    dataset.submitActions([{actionType: 'sanity.action.document.delete', publishedId: 'b', includeDrafts: []}], {
      ...editor,
      transactionId: 'e',
    }),
  ])
  expect([answers.map(({transactionId}) => transactionId), pendingRows(store), storedIds(store)]).toEqual([
    ['b', 'c', 'd', 'e'],
    [],
    ['d'],
  ])
})

test('what is rolled back together with others is pending as before', async () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit(...asked([create('a')], 'a'))
  store.database.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON transactions WHEN NEW.id = 'c'
    BEGIN SELECT RAISE(ROLLBACK, 'full'); END`)
  const outcomes = await Promise.allSettled([
    dataset.submit(...asked([create('b')], 'b')),
    // Settles what is pending before it is written, all of which is then rolled back.
    dataset.submit([create('c')], {...editor, transactionId: 'c'}),
    dataset.submit(...asked([{patch: {id: 'a', set: {n: 1}}}, create('d')], 'd')),
  ])
  expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect([pendingRows(store), ['a', 'b', 'c', 'd'].map((name) => dataset.get(name)?._rev)]).toEqual([
    ['d'],
    ['d', 'b', undefined, 'd'],
  ])
  expect(dataset.history.transactionsAfter(0, 9).map(({id: name}) => name)).toEqual(['a', 'b', 'd'])
  expect([...dataset.source.candidates({kind: 'all'})].map(({_id}) => _id)).toEqual(['a', 'b', 'd'])
})
