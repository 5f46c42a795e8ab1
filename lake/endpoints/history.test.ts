import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {createStore} from '../store/createStore.ts'

let lake: TestLake

beforeEach(() => {
  lake = createTestLake()
})
afterEach(() => lake.dispose())

async function post(endpoint: string, body: JsonValue): Promise<void> {
  lake.pass(1000)
  const response = await lake.ask(`/v1/data/${endpoint}/production`, {
    method: 'POST',
    headers: {...lake.asAdministrator, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
}

async function read(path: string): Promise<string> {
  const response = await lake.ask(`/v1/data/history/production/${path}`, {headers: lake.asAdministrator})
  expect(response.status).toBe(200)
  return response.text()
}

async function transactions(path: string): Promise<{[field: string]: JsonValue}[]> {
  const text = await read(`transactions${path.startsWith('?') ? '' : '/'}${path}`)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as {[field: string]: JsonValue})
}

async function titles(path: string): Promise<unknown[]> {
  const {documents} = JSON.parse(await read(`documents/${path}`)) as {documents: {[field: string]: JsonValue}[]}
  return documents.map((document) => [document['_id'], document['_rev'], document['n']])
}

function act(transactionId: string, actionType: string, fields: {[field: string]: JsonValue}): Promise<void> {
  return post('actions', {transactionId, actions: [{actionType: `sanity.action.${actionType}`, ...fields}]})
}

function withoutStamp({timestamp, author, ...event}: {[field: string]: JsonValue}): {[field: string]: JsonValue} {
  expect([typeof timestamp, typeof author]).toEqual(['string', 'string'])
  return event
}

test('every revision of a document with a long history is read back', async () => {
  await post('mutate', {transactionId: 't0', mutations: [{create: {_id: 'a', _type: 'talk', n: 0, text: '견해'}}]})
  for (let n = 1; n <= 40; n++) {
    await post('mutate', {transactionId: `t${n}`, mutations: [{patch: {id: 'a', inc: {n: 1}}}]})
  }
  for (const n of [0, 1, 15, 16, 17, 33, 40]) expect(await titles(`a?revision=t${n}`)).toEqual([['a', `t${n}`, n]])
  expect(await titles('a?time=2026-11-22T09:00:10.500Z')).toEqual([['a', 't9', 9]])
  expect(await titles('a?time=2026-11-22T08:00:00Z')).toEqual([])
})

test('a deleted document is read at its last revision, and at a transaction that touched another', async () => {
  await post('mutate', {transactionId: 't1', mutations: [{create: {_id: 'a', _type: 'talk', n: 1}}]})
  await post('mutate', {transactionId: 't2', mutations: [{create: {_id: 'b', _type: 'talk', n: 2}}]})
  await post('mutate', {transactionId: 't3', mutations: [{delete: {id: 'a'}}]})
  expect(await titles('a,b?revision=t2')).toEqual([
    ['a', 't1', 1],
    ['b', 't2', 2],
  ])
  expect(await titles('a,b?revision=t3')).toEqual([['b', 't2', 2]])
  expect(await titles('a?lastRevision=true')).toEqual([['a', 't1', 1]])
})

test('transactions come as lines, oldest or newest first, within inclusive bounds', async () => {
  await post('mutate', {
    transactionId: 't1',
    mutations: [{create: {_id: 'a', _type: 'talk'}}, {create: {_id: 'b', _type: 'x'}}],
  })
  await post('mutate', {transactionId: 't2', mutations: [{patch: {id: 'a', set: {n: 1}}}]})
  await post('mutate', {transactionId: 't3', mutations: [{patch: {id: 'b', set: {n: 1}}}]})
  await post('mutate', {transactionId: 't4', mutations: [{patch: {id: 'a', set: {n: 2}}}]})
  const idsOf = async (path: string) => (await transactions(path)).map((line) => line['id'])
  expect(await idsOf('a?excludeContent=true')).toEqual(['t1', 't2', 't4'])
  expect(await idsOf('a?excludeContent=true&reverse=true&limit=2')).toEqual(['t4', 't2'])
  expect(await idsOf('a,b?fromTransaction=t2&toTransaction=t3')).toEqual(['t2', 't3'])
  expect(await idsOf('a?fromTransaction=')).toEqual(['t1', 't2', 't4'])
  expect(
    await transactions(
      'a?excludeContent=true&effectFormat=mendoza&fromTransaction=t4&includeIdentifiedDocumentsOnly=true',
    ),
  ).toEqual([
    {
      id: 't4',
      timestamp: '2026-11-22T09:00:04.000Z',
      author: expect.any(String),
      documentIDs: ['a'],
      effects: {a: {apply: expect.any(Array), revert: expect.any(Array)}},
    },
  ])
})

test('a document that was deleted is found among the transactions of the whole dataset, and read', async () => {
  await post('mutate', {transactionId: 't1', mutations: [{create: {_id: 'a', _type: 'talk', n: 1}}]})
  await post('mutate', {transactionId: 't2', mutations: [{create: {_id: 'b', _type: 'talk'}}]})
  await post('mutate', {transactionId: 't3', mutations: [{delete: {id: 'a'}}]})
  const idsOf = async (path: string) => (await transactions(path)).map((line) => [line['id'], line['documentIDs']])
  expect(await idsOf('?excludeContent=true')).toEqual([
    ['t1', ['a']],
    ['t2', ['b']],
    ['t3', ['a']],
  ])
  expect(await idsOf('?limit=1&reverse=true&includeIdentifiedDocumentsOnly=true')).toEqual([['t3', ['a']]])
  expect(await idsOf('?fromTransaction=t2&toTime=2026-11-22T09:00:02.000Z')).toEqual([['t2', ['b']]])
  expect(await idsOf('?fromTransaction=t3&toTransaction=t2')).toEqual([])
  expect(await titles('a?lastRevision=true')).toEqual([['a', 't1', 1]])
  const answer = await lake.json('/v1/data/history/production/documents/a?lastRevision=true&revision=t1', {
    headers: lake.asAdministrator,
  })
  expect(answer).toEqual({
    statusCode: 400,
    error: 'Bad Request',
    message: 'Only one of "revision", "time" and "lastRevision" may be given',
  })
})

test('a history of more than ten thousand changes is read from its beginning, and its end at once', async () => {
  const changes = 10_100
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-long-'))
  const store = createStore({dataDir, after: () => () => undefined})
  store.datasets.create('production', {aclMode: 'public'})
  const dataset = store.dataset('production')
  const write = (n: number) =>
    dataset.submit([n === 0 ? {create: {_id: 'a', _type: 'talk'}} : {patch: {id: 'a', set: {n}}}], {
      identity: {id: 'p', role: 'editor'},
      transactionId: `t${n}`,
    })
  for (let first = 0; first <= changes; first += 500) {
    await Promise.all(Array.from({length: Math.min(500, changes + 1 - first)}, (_, at) => write(first + at)))
  }
  store.close()
  await lake.dispose()
  lake = createTestLake({dataDir})
  const idsOf = async (path: string) => (await transactions(path)).map((line) => line['id'])
  expect(await idsOf('a,b?excludeContent=true&limit=3&fromTransaction=')).toEqual(['t0', 't1', 't2'])
  expect(await idsOf('b,a?excludeContent=true&limit=2&reverse=true')).toEqual([`t${changes}`, `t${changes - 1}`])
  const all = await idsOf('a?excludeContent=true&limit=10000')
  expect(all).toEqual(Array.from({length: 10_000}, (_, n) => `t${n}`))
  expect(await idsOf('?excludeContent=true&limit=2&reverse=true')).toEqual([`t${changes}`, `t${changes - 1}`])
  expect(await idsOf('?excludeContent=true&authors=nobody')).toEqual([])
  expect(await idsOf('a?excludeContent=true&authors=nobody')).toEqual([])
  const {events} = JSON.parse(await read('events/documents/drafts.a')) as {events: Record<string, JsonValue[]>}
  expect(events).toEqual({'drafts.a': []})
})

test('the events of a document, newest first', async () => {
  const action = (actionType: string, fields: {[field: string]: JsonValue}) => ({
    actionType: `sanity.action.document.${actionType}`,
    ...fields,
  })
  const both = {draftId: 'drafts.a', publishedId: 'a'}
  const act = (transactionId: string, one: JsonValue) => post('actions', {transactionId, actions: [one]})
  await act('t1', action('create', {publishedId: 'a', attributes: {_id: 'drafts.a', _type: 'talk'}}))
  await act('t2', action('edit', {...both, patch: {set: {n: 1}}}))
  await act('t3', action('publish', both))
  await act('t4', action('unpublish', both))
  await act('t5', action('discard', {draftId: 'drafts.a'}))
  const {events} = JSON.parse(await read('events/documents/drafts.a?limit=100')) as {
    events: Record<string, {[field: string]: JsonValue}[]>
  }
  expect(events['drafts.a']?.map((event) => withoutStamp(event))).toEqual([
    {type: 'deleteDocumentVersion', documentId: 'a', versionId: 'drafts.a', versionRevisionId: 't4'},
    {type: 'unpublishDocument', documentId: 'a', versionId: 'drafts.a', versionRevisionId: 't4'},
    {
      type: 'publishDocumentVersion',
      documentId: 'a',
      revisionId: 't3',
      versionId: 'drafts.a',
      versionRevisionId: 't2',
      publishCause: 'document.publish',
    },
    {type: 'createDocumentVersion', documentId: 'a', versionId: 'drafts.a', versionRevisionId: 't1'},
  ])
  const published = JSON.parse(await read('events/documents/a')) as {events: Record<string, {type: string}[]>}
  expect(published.events['a']?.map(({type}) => type)).toEqual(['unpublishDocument', 'publishDocumentVersion'])
})

test('a document that is made again after its deletion is not the deleted one in the list of its draft', async () => {
  const mutate = (transactionId: string, mutation: JsonValue) => post('mutate', {transactionId, mutations: [mutation]})
  const typesOf = async (id: string) => {
    const {events} = JSON.parse(await read(`events/documents/${id}`)) as {events: Record<string, {type: string}[]>}
    return events[id]?.map(({type}) => type)
  }
  await mutate('t1', {create: {_id: 'a', _type: 'talk'}})
  await mutate('t2', {delete: {id: 'a'}})
  expect(await typesOf('drafts.a')).toEqual(['deleteDocumentGroup'])
  await mutate('t3', {create: {_id: 'a', _type: 'talk'}})
  expect(await typesOf('drafts.a')).toEqual([])
  expect(await typesOf('a')).toEqual(['createLiveDocument', 'deleteDocumentGroup', 'createLiveDocument'])
  await mutate('t4', {create: {_id: 'drafts.a', _type: 'talk'}})
  expect(await typesOf('drafts.a')).toEqual(['createDocumentVersion', 'deleteDocumentGroup'])
  const {nextCursor} = JSON.parse(await read('events/documents/drafts.a?limit=1')) as {nextCursor: string}
  const further = JSON.parse(await read(`events/documents/drafts.a?limit=1&nextCursor=${nextCursor}`)) as JsonValue
  expect(further).toMatchObject({events: {'drafts.a': [{type: 'deleteDocumentGroup'}]}})
})

test('the events of a release', async () => {
  await act('t1', 'release.create', {releaseId: 'r1', metadata: {title: 'Summer'}})
  await act('t2', 'document.version.create', {publishedId: 'a', document: {_id: 'versions.r1.a', _type: 'talk'}})
  await act('t3', 'release.schedule', {releaseId: 'r1', publishAt: '2030-01-01T00:00:00.000Z'})
  await act('t4', 'release.unschedule', {releaseId: 'r1'})
  await act('t5', 'document.version.create', {publishedId: 'b', document: {_id: 'versions.r1.b', _type: 'talk'}})
  await act('t6', 'document.version.discard', {versionId: 'versions.r1.b'})
  await act('t7', 'release.publish', {releaseId: 'r1'})
  const {events} = JSON.parse(await read('events/releases/r1')) as {events: {type: string}[]}
  expect(events.map(({type}) => type)).toEqual([
    'publishRelease',
    'discardDocumentFromRelease',
    'addDocumentToRelease',
    'unscheduleRelease',
    'scheduleRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
})

test('what a release published and unpublished, in the events of the documents and their last revisions', async () => {
  await post('mutate', {transactionId: 't1', mutations: [{create: {_id: 'b', _type: 'talk', n: 1}}]})
  await post('mutate', {transactionId: 't2', mutations: [{create: {_id: 'drafts.b', _type: 'talk', n: 2}}]})
  await act('t3', 'release.create', {releaseId: 'r1', metadata: {title: 'Summer'}})
  await act('t4', 'document.version.create', {publishedId: 'a', document: {_id: 'versions.r1.a', _type: 'talk'}})
  await act('t5', 'document.version.unpublish', {versionId: 'versions.r1.b', publishedId: 'b'})
  await act('t6', 'release.publish', {releaseId: 'r1'})
  const newest = async (id: string) => {
    const {events} = JSON.parse(await read(`events/documents/${id}`)) as {events: Record<string, JsonValue[]>}
    return events[id]?.[0]
  }
  const unpublished = {
    type: 'unpublishDocument',
    timestamp: '2026-11-22T09:00:06.000Z',
    author: expect.any(String),
    documentId: 'b',
    versionId: 'versions.r1.b',
    versionRevisionId: 't5',
    releaseId: 'r1',
  }
  expect(await newest('b')).toEqual(unpublished)
  expect(await newest('versions.r1.b')).toEqual(unpublished)
  expect(await newest('versions.r1.a')).toEqual({
    type: 'publishDocumentVersion',
    timestamp: '2026-11-22T09:00:06.000Z',
    author: expect.any(String),
    documentId: 'a',
    revisionId: 't6',
    versionId: 'versions.r1.a',
    versionRevisionId: 't4',
    releaseId: 'r1',
    publishCause: 'release.publish',
  })
  expect(await titles('versions.r1.a,versions.r1.b?lastRevision=true')).toEqual([
    ['versions.r1.a', 't6', undefined],
    ['versions.r1.b', 't6', 1],
  ])
})

test.each([
  ['transactions/a?fromTime=yesterday', '"fromTime" must be an instant, not "yesterday"'],
  ['transactions/a?toTime=0-0', '"toTime" must be an instant, not "0-0"'],
  ['transactions/a?limit=-1', '"limit" must be a whole number from 1 on, not "-1"'],
  ['transactions/a?reverse=yes', 'The parameter "reverse" must be true or false, not "yes"'],
  ['documents/a?time=yesterday', '"time" must be an instant, not "yesterday"'],
  ['events/documents/a?limit=many', '"limit" must be a whole number from 1 on, not "many"'],
])('%s is refused', async (path, message) => {
  const response = await lake.ask(`/v1/data/history/production/${path}`, {headers: lake.asAdministrator})
  expect([response.status, await response.json()]).toEqual([400, {statusCode: 400, error: 'Bad Request', message}])
})

test('purge takes the history with the document', async () => {
  const secret = '지워야 할 제목'
  await act('t1', 'document.create', {publishedId: 'a', attributes: {_id: 'drafts.a', _type: 'talk', title: secret}})
  await act('t2', 'document.edit', {draftId: 'drafts.a', publishedId: 'a', patch: {set: {n: 2}}})
  await act('t3', 'document.version.discard', {versionId: 'drafts.a', purge: true})
  await post('mutate', {transactionId: 't4', mutations: [{create: {_id: 'b', _type: 'talk', title: secret}}]})
  await act('t5', 'document.delete', {publishedId: 'b', includeDrafts: [], purge: true})
  expect(await titles('drafts.a,b?lastRevision=true')).toEqual([])
  expect(await titles('drafts.a?revision=t2')).toEqual([])
  const left = await transactions('drafts.a,b?effectFormat=mendoza')
  expect(left.map((line) => line['id'])).toEqual(['t3', 't5'])
  expect(JSON.stringify(left)).not.toContain(secret)
})
