import {expect, test} from 'vitest'
import {createPatientFetch} from './createPatientFetch.ts'

const ORIGIN = 'http://localhost:3333'
const lost = () => Promise.reject(new TypeError('Failed to fetch'))
const answer =
  (status: number, body: object = {}) =>
  () =>
    Promise.resolve(Response.json(body, {status}))
const inUse = {error: {type: 'mutationError', items: [{error: {type: 'transactionIDAlreadyInUseError', id: 't1'}}]}}

/** A fetch that gives these answers one after the other; `tries` are the attempts that it waited for, `holds` what it did to the page. */
function setUp(...answers: Array<() => Promise<Response>>) {
  const tries: number[] = []
  const holds: string[] = []
  const fetch = createPatientFetch({
    origin: ORIGIN,
    fetch: () => answers.shift()?.() ?? lost(),
    wait: async (attempt, signal) => {
      tries.push(attempt)
      signal?.throwIfAborted()
    },
    hold: () => {
      holds.push('held')
      return () => void holds.push('let go')
    },
  })
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(new URL(path, ORIGIN), init)
    return [response.status, await response.json()]
  }
  return {ask, tries, holds}
}

const change = (body: object): RequestInit => ({method: 'POST', body: JSON.stringify(body)})

test.each<[string, string, RequestInit | undefined]>([
  ['a read', '/v2025-02-19/data/doc/production/a', undefined],
  ['a long query', '/v1/data/query/production', {method: 'POST', body: '{"query":"*"}'}],
  ['an action', '/v1/data/actions/production', change({actions: [], transactionId: 't1'})],
  ['a mutation', '/v1/data/mutate/production?tag=x', change({mutations: [], transactionId: 't1'})],
])('%s waits while nobody answers, a proxy finds nobody, or the disk is full', async (_what, path, init) => {
  const {ask, tries} = setUp(lost, answer(502), answer(503), answer(507), answer(200, {a: 1}))
  expect(await ask(path, init)).toEqual([200, {a: 1}])
  expect(tries).toEqual([0, 1, 2, 3])
})

test.each<[string, string, RequestInit | undefined]>([
  ['a change without an id of its own', '/v1/data/mutate/production', change({mutations: []})],
  ['an upload', '/v1/assets/images/production', {method: 'POST', body: new Blob(['x'])}],
  ['the check that an event stream makes', '/v1/check/cors', undefined],
  ['another origin', 'https://example.org/v1/data/query/production', undefined],
])('%s fails at once', async (_what, path, init) => {
  const {ask, tries} = setUp(lost)
  await expect(ask(path, init)).rejects.toThrow('Failed to fetch')
  expect(tries).toEqual([])
})

test('an answer that is an error is an answer', async () => {
  const {ask, tries} = setUp(answer(504, {a: 1}), answer(409, inUse))
  expect(await ask('/v1/data/query/production')).toEqual([504, {a: 1}])
  expect(await ask('/v1/data/actions/production', change({transactionId: 't1'}))).toEqual([409, inUse])
  expect(tries).toEqual([])
})

test('a change that had arrived, and whose answer was lost, has succeeded', async () => {
  const {ask} = setUp(lost, answer(409, inUse))
  const done = [200, {transactionId: 't1', results: []}]
  expect(await ask('/v1/data/actions/production', change({transactionId: 't1'}))).toEqual(done)
})

test('another conflict of a change that is sent again is told', async () => {
  const conflict = {error: {type: 'mutationError', items: []}}
  const {ask} = setUp(lost, answer(409, conflict))
  expect(await ask('/v1/data/actions/production', change({transactionId: 't1'}))).toEqual([409, conflict])
})

test('whoever gives up is not asked for longer', async () => {
  const {ask, tries} = setUp()
  await expect(ask('/v1/data/query/production', {signal: AbortSignal.abort()})).rejects.toThrow('aborted')
  expect(tries).toEqual([0])
})

test('the page is held while a change has not arrived, and not for a read', async () => {
  const {ask, holds} = setUp(lost, answer(200), lost, lost, answer(200), answer(200))
  await ask('/v1/data/query/production')
  expect(holds).toEqual([])
  await ask('/v1/data/actions/production', change({transactionId: 't1'}))
  expect(holds).toEqual(['held', 'let go'])
  await ask('/v1/data/actions/production', change({transactionId: 't2'}))
  expect(holds).toEqual(['held', 'let go'])
})
