import {expect, test} from 'vitest'
import type {CommitOptions} from '../../dataset.ts'
import {openTestStore} from '../fixtures/openTestStore.ts'
import {createGroupCommit} from './createGroupCommit.ts'

const editor = (transactionId: string): CommitOptions => ({identity: {id: 'p', role: 'editor'}, transactionId})
const counter = {_id: 'counter', _type: 'counter', n: 0}

const outcome = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  )

test('commits of one turn see each other, one that fails is rolled back alone, and all are told of in order', async () => {
  const dataset = openTestStore().dataset('production')
  const told: string[] = []
  dataset.subscribe(({id, sequence, changes}) => {
    told.push(`${sequence} ${id} ${changes.map((change) => JSON.stringify(change.next?.['n'])).join()}`)
  })
  const increase = {patch: {id: 'counter', inc: {n: 1}}}
  const outcomes = Promise.all(
    [
      dataset.submit([{create: counter}], editor('a')),
      dataset.submit([increase], editor('b')),
      dataset.submit([increase, {create: counter}], editor('c')),
      dataset.submit([increase], editor('b')),
      dataset.submit([increase, increase], {...editor('d'), dryRun: true}),
      dataset.submit([increase], editor('e')),
    ].map(outcome),
  )
  expect([dataset.get('counter'), told]).toEqual([undefined, []])
  expect(await outcomes).toEqual(['done', 'done', 'MutationError', 'MutationError', 'done', 'done'])
  expect(told).toEqual(['1 a 0', '2 b 1', '3 e 2'])
  expect(dataset.get('counter')?.['n']).toBe(2)
  expect(dataset.history.transactionsAfter(0, 10).map(({id}) => id)).toEqual(['a', 'b', 'e'])
})

test('a dataset whose group could not be stored holds what the database holds', async () => {
  const store = openTestStore()
  const dataset = store.dataset('production')
  dataset.commit([{create: counter}], editor('a'))
  // As SQLite does when the disk is full: the whole transaction is given up, not only this statement.
  store.database.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON transactions WHEN NEW.id = 'c'
    BEGIN SELECT RAISE(ROLLBACK, 'full'); END`)
  const outcomes = await Promise.all(
    ['b', 'c', 'd'].map((id) => outcome(dataset.submit([{patch: {id: 'counter', inc: {n: 1}}}], editor(id)))),
  )
  expect(outcomes).toEqual(['done', 'StorageError', 'done'])
  const [_createdAt, _updatedAt] = [expect.any(String), expect.any(String)]
  expect(dataset.get('counter')).toEqual({...counter, n: 2, _rev: 'd', _createdAt, _updatedAt})
  expect(dataset.history.stateAt('counter', dataset.source.revision)).toEqual(dataset.get('counter'))
  const changes = dataset.history.changesOf('counter', {after: 0, before: 100, limit: 10})
  expect(changes.map(({previousRev}) => previousRev)).toEqual(['b', 'a', undefined])
})

test('what cannot become durable is forgotten and neither announced nor acknowledged', async () => {
  const log: string[] = []
  let isFull = true
  const group = createGroupCommit(
    {
      isInTransaction: () => false,
      transaction(work) {
        const result = work()
        if (isFull) throw new Error('The disk is full')
        return result
      },
    },
    setImmediate,
  )
  const member = (name: string) => ({
    write: () => log.push(`write ${name}`),
    forget: () => void log.push(`forget ${name}`),
    announce: () => void log.push(`announce ${name}`),
  })
  await Promise.all([group.submit(member('a')), group.submit(member('b'))])
  expect(log.splice(0)).toEqual([
    'write a',
    'write b',
    'forget a',
    'forget b',
    'write a',
    'announce a',
    'write b',
    'announce b',
  ])
  isFull = false
  await Promise.all([group.submit(member('c')), group.submit(member('d'))])
  expect(log).toEqual(['write c', 'write d', 'announce c', 'announce d'])
})
