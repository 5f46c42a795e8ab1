import {cpSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CommitOptions} from '../../dataset.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import type {Narrowing} from '../../query/documentSource.ts'
import type {Store} from '../createStore.ts'
import {never, newFolder, openTestStore} from '../fixtures/openTestStore.ts'

const editor: CommitOptions = {identity: {id: 'p', role: 'editor'}}

const openStore = (dataDir: string): Store => openTestStore({dataDir, after: never})

/** A store whose idle work begins when the test calls what is gathered in `hurried`, once it is urgent. */
function openHurried(): {store: Store; hurried: Array<() => void>} {
  const hurried: Array<() => void> = []
  const store = openTestStore({
    after(milliseconds, callback) {
      if (milliseconds === 0) hurried.push(callback)
      return () => undefined
    },
  })
  return {store, hurried}
}

/** What a crash at this moment leaves. */
function afterCrash(dataDir: string): Store {
  const copy = newFolder()
  cpSync(dataDir, copy, {recursive: true})
  return openStore(copy)
}

/** Everything in the indexes of values and references, by the ids of documents: they are the same whatever the order of commits gave as keys. */
function indexed({database}: Store): unknown {
  const values = `SELECT p.path, v.value, coalesce(d.id, 'gone') AS id FROM document_values v
    JOIN value_paths p ON p.pk = v.path LEFT JOIN documents d ON d.pk = v.document WHERE p.path NOT IN ('_createdAt', '_updatedAt') ORDER BY 1, 2, 3`
  const references = `SELECT r.target, r.strong, coalesce(d.id, 'gone') AS id FROM document_references r
    LEFT JOIN documents d ON d.pk = r.document ORDER BY 1, 2, 3`
  return [database.prepare<object>(values).all(), database.prepare<object>(references).all()]
}

const waiting = ({database}: Store): unknown =>
  database
    .prepare('SELECT d.indexed < max(t.sequence) AS waits FROM datasets d JOIN transactions t ON t.dataset = d.pk')
    .get()

const ids = (store: Store, narrowing: Narrowing): string[] =>
  [...store.dataset('production').source.candidates(narrowing)].map(({_id}) => _id)

const id = fc.constantFrom('a', 'b', 'c', 'd')
const value = fc.constantFrom<string | number | boolean>('x', 'y', 1, 2, true)
const content = fc.record(
  {
    n: value,
    tags: fc.array(value, {maxLength: 2}),
    ref: id.map((_ref) => ({_ref, _weak: true})),
    deep: fc.record({n: value}),
  },
  {requiredKeys: []},
)
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(id, content).map(([_id, fields]) => ({createOrReplace: {_id, _type: 't', ...fields}})),
  id.map((name) => ({delete: {id: name}})),
  fc.constant<Mutation>({delete: {query: '*[n == 1]'}}),
  fc.constant<Mutation>({patch: {query: '*[n == "x"]', set: {n: 'y'}, unset: ['ref', 'deep']}}),
)
const step = fc.oneof(
  {weight: 4, arbitrary: fc.array(mutation, {minLength: 1, maxLength: 3})},
  {weight: 1, arbitrary: fc.constant('query' as const)},
  {weight: 1, arbitrary: fc.constant('crash' as const)},
)

test('indexes that follow are in the end what they are when they follow at once, whatever was asked and lost in between', () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 1, maxLength: 12}), (steps) => {
      let [dataDir, at] = [newFolder(), newFolder()]
      let store = openStore(dataDir)
      const eager = openStore(at)
      for (const [index, next] of steps.entries()) {
        if (next === 'query') ids(store, {kind: 'equals', path: 'n', values: ['x']})
        else if (next === 'crash') {
          const copy = newFolder()
          cpSync(dataDir, copy, {recursive: true})
          dataDir = copy
          store = openStore(copy)
        } else {
          const commit = {...editor, transactionId: `t${index}`}
          store.dataset('production').commit(next, commit)
          eager.dataset('production').commit(next, commit)
          eager.settle()
        }
      }
      store.settle()
      expect(indexed(store)).toEqual(indexed(eager))
    }),
    {numRuns: 25},
  )
})

test('a commit does not write the indexes; a query, a pause or the end of the store does', () => {
  const dataDir = newFolder()
  const store = openStore(dataDir)
  const dataset = store.dataset('production')
  dataset.commit([{create: {_id: 'a', _type: 't', n: 1, to: {_ref: 'b', _weak: true}}}], editor)
  expect([indexed(store), waiting(store)]).toEqual([[[], []], {waits: 1}])
  expect(ids(store, {kind: 'references', ids: ['b']})).toEqual(['a'])
  expect(indexed(store)).toEqual([[{path: 'n', value: 1, id: 'a'}], [{target: 'b', strong: 0, id: 'a'}]])
  expect(waiting(store)).toEqual({waits: 0})
  dataset.commit([{patch: {id: 'a', set: {n: 2}}}], editor)
  expect(ids(afterCrash(dataDir), {kind: 'equals', path: 'n', values: [2]})).toEqual(['a'])
  store.close()
  expect(waiting(openStore(dataDir))).toEqual({waits: 0})
})

test('more documents than are kept as they were are taken out of the indexes and put in again', () => {
  const store = openStore(newFolder())
  const dataset = store.dataset('production')
  const many = (n: number): Mutation[] =>
    Array.from({length: 700}, (_, index) => ({createOrReplace: {_id: `d${index}`, _type: 't', n: n + (index % 2)}}))
  dataset.commit(many(1), editor)
  store.settle()
  dataset.commit(many(3), editor)
  const found = [1, 2, 3, 4].map((n) => ids(store, {kind: 'equals', path: 'n', values: [n]}).length)
  expect(found).toEqual([0, 0, 350, 350])
})

test('no more than ten thousand documents wait, however long commits go on', () => {
  const {store, hurried} = openHurried()
  const counted = (): unknown =>
    store.database.prepare(`SELECT count(DISTINCT document) AS documents FROM document_values`).get()
  const some = (from: number, count: number): Mutation[] =>
    Array.from({length: count}, (_, index) => ({create: {_id: `d${from + index}`, _type: 't'}}))
  store.dataset('production').commit(some(0, 10_000), editor)
  expect([hurried, counted()]).toEqual([[], {documents: 0}])
  store.dataset('production').commit(some(10_000, 300), editor)
  expect(hurried).toHaveLength(1)
  hurried[0]?.()
  expect(counted()).toEqual({documents: 300})
})

test('of a great many documents that wait some are indexed at a time, with others in between', () => {
  const {store, hurried} = openHurried()
  const some = Array.from({length: 12_500}, (_, index) => ({create: {_id: `d${index}`, _type: 't'}}))
  store.dataset('production').commit(some, editor)
  const counts: unknown[] = []
  for (let run = hurried.shift(); run !== undefined && counts.length < 3; run = hurried.shift()) {
    run()
    counts.push(store.database.prepare(`SELECT count(DISTINCT document) AS documents FROM document_values`).get())
  }
  expect(counts).toEqual([{documents: 1_000}, {documents: 2_000}, {documents: 2_500}])
})

test('a query after a large import lets others be answered while the indexes catch up', async () => {
  const store = openStore(newFolder())
  const dataset = store.dataset('production')
  expect(dataset.catchUp()).toBeUndefined()
  dataset.commit(
    Array.from({length: 3_500}, (_, index) => ({create: {_id: `d${index}`, _type: 't', n: index}})),
    editor,
  )
  let turns = 0
  const turn = (): void => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  await dataset.catchUp()
  clearImmediate(next)
  expect(turns).toBeGreaterThanOrEqual(3)
  expect(dataset.catchUp()).toBeUndefined()
  expect(ids(store, {kind: 'equals', path: 'n', values: [3_499]})).toEqual(['d3499'])
})

test('a disk that takes no more keeps nobody from reading, in whatever order', () => {
  const store = openStore(newFolder())
  const dataset = store.dataset('production')
  const documents = Array.from({length: 400}, (_, index) => ({
    _id: `d${index}`,
    _type: 't',
    n: index,
    text: '글'.repeat(60),
  }))
  dataset.commit(
    documents.map((document) => ({create: document})),
    editor,
  )
  const {page_count: pages = 0} = store.database.prepare<{page_count: number}>('PRAGMA page_count').get() ?? {}
  store.database.exec(`PRAGMA max_page_count = ${pages}`)
  const key = {path: 'n', direction: 'desc'} as const
  expect(
    ids(store, {
      kind: 'and',
      of: [
        {kind: 'types', types: ['t']},
        {kind: 'equals', path: 'n', values: [7]},
      ],
    }),
  ).toContain('d7')
  expect(dataset.source.ordered?.({kind: 'types', types: ['t']}, key)).toBeUndefined()
  expect(dataset.source.rows?.('t')).toBeUndefined()
  store.database.exec('PRAGMA max_page_count = 1000000')
  expect(ids(store, {kind: 'equals', path: 'n', values: [7]})).toEqual(['d7'])
  expect([...(dataset.source.ordered?.({kind: 'all'}, key) ?? [])].slice(0, 2).map(({_id}) => _id)).toEqual([
    'd399',
    'd398',
  ])
})

test('documents whose commits were rolled back together do not stay in the indexes', async () => {
  const store = openStore(newFolder())
  const dataset = store.dataset('production')
  store.database.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON transactions WHEN NEW.id = 'b'
    BEGIN SELECT RAISE(ROLLBACK, 'full'); END`)
  const create = (name: string): Mutation => ({create: {_id: name, _type: 't', n: 1}})
  const submitted = [
    dataset.submit([create('a')], {...editor, transactionId: 'a'}),
    // Reads the indexes in the middle of the group.
    dataset.submit([{patch: {query: '*[n == 1]', set: {n: 2}}}, create('b')], {...editor, transactionId: 'b'}),
    dataset.submit([create('c')], {...editor, transactionId: 'c'}),
  ]
  expect((await Promise.allSettled(submitted)).map(({status}) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(ids(store, {kind: 'equals', path: 'n', values: [1]})).toEqual(['a', 'c'])
  expect(indexed(store)).toEqual([
    [
      {path: 'n', value: 1, id: 'a'},
      {path: 'n', value: 1, id: 'c'},
    ],
    [],
  ])
})
