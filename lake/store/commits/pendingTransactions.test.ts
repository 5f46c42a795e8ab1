import {cpSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CommitOptions, CommittedTransaction, Dataset} from '../../dataset.ts'
import type {JsonValue} from '../../document.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import type {Store, StoreOptions} from '../createStore.ts'
import {never, newFolder, openTestStore} from '../fixtures/openTestStore.ts'

const editor: CommitOptions = {identity: {id: 'p', role: 'editor'}}
const clock = (): Date => new Date('2026-11-28T09:00:00.000Z')

const openStore = (options: Partial<StoreOptions> = {}): Store => openTestStore({after: never, clock, ...options})

/** With the request, as the endpoint of mutations commits. */
const asked = (mutations: Mutation[], transactionId: string): [Mutation[], CommitOptions] => [
  mutations,
  {...editor, transactionId, request: Buffer.from(JSON.stringify({mutations}))},
]

const create = (_id: string, fields: Record<string, JsonValue> = {}): Mutation => ({
  create: {_id, _type: 'talk', ...fields},
})

/** What a crash at this moment leaves. */
function afterCrash(dataDir: string, options: Partial<StoreOptions> = {}): Store {
  const copy = newFolder()
  cpSync(dataDir, copy, {recursive: true})
  return openStore({...options, dataDir: copy})
}

const pendingRows = ({database}: Store): string[] =>
  database
    .prepare<{id: string}>('SELECT id FROM pending_transactions ORDER BY sequence')
    .all()
    .map(({id}) => id)

const storedIds = ({database}: Store): string[] =>
  database
    .prepare<{id: string}>('SELECT id FROM documents ORDER BY id')
    .all()
    .map(({id}) => id)

const all = {after: 0, before: Number.MAX_SAFE_INTEGER, limit: 1_000}

/** All that a dataset tells of itself. */
function told({source, history, text}: Dataset): unknown {
  const documents = [...source.candidates({kind: 'all'})]
  const transactions = history.transactionsAfter(0, 1_000)
  return {
    documents,
    revision: source.revision,
    texts: documents.map(({_id}) => text(_id)),
    byValue: [...source.candidates({kind: 'equals', path: 'n', values: ['x', 1]})].map(({_id}) => _id),
    transactions,
    changes: transactions.map(({sequence}) => history.changesIn(sequence)),
    past: ['a', 'b', 'c'].map((id) => history.changesOf(id, all).map(({sequence}) => history.stateAt(id, sequence))),
  }
}

const id = fc.constantFrom('a', 'b', 'c')
const value = fc.constantFrom<JsonValue>('x', 'y', 1, 1e20, true, '\ud800', ['x'], {deep: 'x'})
const fields = fc.record({n: value, tags: fc.array(value, {maxLength: 2})}, {requiredKeys: []})
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(
      fc
        .tuple(id, fc.constantFrom('t', 'u'), fields)
        .map(([_id, _type, of]) => ({createOrReplace: {_id, _type, ...of}})),
      fc.tuple(id, fields).map(([_id, of]) => ({createIfNotExists: {_id, _type: 't', ...of}})),
      fc.tuple(id, value).map(([name, n]) => ({patch: {id: name, set: {n}, unset: ['tags[0]']}})),
    ),
  },
  fc.constant<Mutation>({patch: {query: '*[n == "x"]', set: {n: 'y'}}}),
  fc.tuple(id, value).map(([name, item]) => ({patch: {id: name, insert: {after: 'tags[-1]', items: [item]}}})),
  id.map((name) => ({delete: {id: name}})),
)
const step = fc.oneof(
  {weight: 6, arbitrary: fc.array(mutation, {minLength: 1, maxLength: 3})},
  {weight: 1, arbitrary: fc.constantFrom('read' as const, 'settle' as const, 'crash' as const)},
)

/** What a commit answers, or why it was refused. */
function outcome(commit: () => unknown): unknown {
  try {
    return commit()
  } catch (error) {
    return String(error)
  }
}

/** What a dataset answers and tells from step to step. */
function seen(steps: readonly (Mutation[] | string)[], waits: boolean): unknown[] {
  let dataDir = newFolder()
  let store = openStore({dataDir})
  return [...steps, 'read'].map((next, index) => {
    const dataset = store.dataset('production')
    if (typeof next !== 'string') {
      const [mutations, options] = asked(next, `t${index}`)
      const {request: _, ...atOnce} = options
      const answer = outcome(() => dataset.commit(mutations, waits ? options : atOnce))
      return [answer, ...['a', 'b', 'c'].map((name) => dataset.get(name))]
    }
    if (next === 'read') return told(dataset)
    if (next === 'settle') return store.settle()
    const copy = newFolder()
    cpSync(dataDir, copy, {recursive: true})
    store.close()
    dataDir = copy
    store = openStore({dataDir})
    return undefined
  })
}

test('a dataset tells the same whether commits are pending for a while or not, whatever happens in between', () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 1, maxLength: 25}), (steps) => {
      expect(seen(steps, true)).toEqual(seen(steps, false))
    }),
    {numRuns: 60},
  )
})

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

test('a document that may become larger than any may be does not wait', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit([create('a', {text: 'x'.repeat(6_000_000)})], editor)
  const pending = ['t0', 't1', 't2', 't3', 't4', 't5'].map((name) => {
    // Each makes it six times as long as its own text at the most.
    dataset.commit(...asked([{patch: {id: 'a', set: {[name]: 'x'.repeat(1_000_000)}}}], name))
    return pendingRows(store)
  })
  expect(pending).toEqual([['t0'], ['t0', 't1'], ['t0', 't1', 't2'], ['t0', 't1', 't2', 't3'], [], []])
  expect(dataset.text('a')?.length).toBe(12_000_176)
})

test('no more waits than can be settled soon, and a large request not at all', () => {
  const store = openStore()
  const dataset = store.dataset('production')
  dataset.commit(...asked([create('large', {text: 'x'.repeat(1024 * 1024)})], 'large'))
  expect(pendingRows(store)).toEqual([])
  const many = (from: number): Mutation[] => Array.from({length: 5_000}, (_, index) => create(`d${from + index}`))
  for (let at = 0; at < 6; at += 1) dataset.commit(...asked(many(at * 5_000), `t${at}`))
  expect([pendingRows(store), storedIds(store)]).toEqual([['t0', 't1', 't2', 't3', 't4', 't5'], ['large']])
  dataset.commit(...asked([create('one')], 'one'))
  expect(pendingRows(store)).toEqual(['t1', 't2', 't3', 't4', 't5', 'one'])
})

test('however much is pending, no more than ten thousand settled documents wait to be indexed', () => {
  const hurried: Array<() => void> = []
  const store = openStore({
    after(milliseconds, callback) {
      if (milliseconds === 0) hurried.push(callback)
      return () => undefined
    },
  })
  const dataset = store.dataset('production')
  const count = (what: string): number => store.database.prepare<{n: number}>(`SELECT ${what} AS n`).get()?.n ?? 0
  let most = 0
  for (let at = 0; at < 45; at += 1) {
    const documents = Array.from({length: 1_000}, (_, index) => create(`d${at}-${index}`))
    dataset.commit(...asked(documents, `t${at}`))
    for (const run of hurried.splice(0)) run()
    const waiting = '(SELECT count(*) FROM documents) - (SELECT count(DISTINCT document) FROM document_values)'
    most = Math.max(most, count(waiting))
  }
  expect([most, count('(SELECT count(*) FROM documents)')]).toEqual([10_000, 19_000])
})

test('a query, and a commit that cannot wait, let others be answered while a great many changes are settled', async () => {
  const dataset = openStore().dataset('production')
  let turns = 0
  const turn = (): void => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  const many = (name: string): Mutation[] => Array.from({length: 1_500}, (_, index) => create(`${name}${index}`))
  const seen: number[] = []
  for (const wait of [() => dataset.catchUp(), () => dataset.submit([{delete: {id: 'a1'}}], editor)]) {
    for (const name of ['x', 'y', 'z']) dataset.commit(...asked(many(`${seen.length}${name}`), `${seen.length}${name}`))
    const before = turns
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await wait()
    seen.push(turns - before)
  }
  clearImmediate(next)
  expect(seen.every((count) => count >= 3)).toBe(true)
})

test('a dataset that is removed takes what is pending with it, also from one that has its key', async () => {
  const store = openStore()
  const removed = store.dataset('production')
  for (const name of ['x', 'y', 'z']) {
    const documents = Array.from({length: 1_100}, (_, index) => create(`${name}${index}`))
    removed.commit(...asked(documents, name))
  }
  const caughtUp = removed.catchUp()
  store.datasets.remove('production')
  store.datasets.create('production', {aclMode: 'public'})
  await caughtUp
  const dataset = store.dataset('production')
  expect([pendingRows(store), storedIds(store), dataset.source.revision, dataset.get('a')]).toEqual([
    [],
    [],
    0,
    undefined,
  ])
})

test('a store that is closed leaves nothing pending, and a backup holds what is', async () => {
  const dataDir = newFolder()
  const backup = newFolder()
  const store = openStore({dataDir})
  store.dataset('production').commit(...asked([create('a')], 't1'))
  await store.backup(`${backup}/lake.sqlite`)
  expect(openStore({dataDir: backup}).dataset('production').get('a')?._rev).toBe('t1')
  store.close()
  const again = openStore({dataDir})
  expect([pendingRows(again), storedIds(again)]).toEqual([[], ['a']])
})
