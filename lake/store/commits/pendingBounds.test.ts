import {expect, test} from 'vitest'
import type {Mutation} from '../../mutations/mutation.ts'
import {newFolder} from '../fixtures/openTestStore.ts'
import {asked, create, editor, openStore, pendingRows, storedIds} from '../fixtures/pendingCommits.ts'

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
