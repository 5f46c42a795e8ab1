import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

interface Event {
  id?: string
  event?: string
  data?: {[field: string]: JsonValue}
}

let lake: TestLake
const open: AbortController[] = []

beforeEach(() => {
  lake = createTestLake()
})
afterEach(async () => {
  for (const controller of open.splice(0)) controller.abort()
  await lake.dispose()
})

async function mutate(transactionId: string, ...mutations: JsonValue[]): Promise<void> {
  const response = await lake.ask('/v1/data/mutate/production', {
    method: 'POST',
    headers: {...lake.asAdministrator, 'content-type': 'application/json'},
    body: JSON.stringify({transactionId, mutations}),
  })
  expect(response.status).toBe(200)
}

/** Opens a stream and reads events from it one by one. */
async function listen(
  options: Record<string, string>,
  headers: Record<string, string> = lake.asAdministrator,
  path = 'listen',
  version = 'v1',
): Promise<() => Promise<Event>> {
  const response = await lake.ask(`/${version}/data/${path}/production?${new URLSearchParams(options).toString()}`, {
    headers,
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = response.body?.getReader()
  let text = ''
  return async () => {
    while (!text.includes('\n\n')) {
      const chunk = await reader?.read()
      if (chunk?.value === undefined) return {}
      text += new TextDecoder().decode(chunk.value)
    }
    const frame = text.slice(0, text.indexOf('\n\n'))
    text = text.slice(frame.length + 2)
    return toEvent(frame)
  }
}

function toEvent(frame: string): Event {
  const fields = Object.fromEntries(
    frame.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  )
  return {...fields, data: JSON.parse(fields['data'] ?? '{}') as Record<string, JsonValue>}
}

test('the first event is a welcome, then every change of the query with all that was asked for', async () => {
  const next = await listen({
    query: '*[_type == "talk"]',
    includeResult: 'true',
    includePreviousRevision: 'true',
    effectFormat: 'mendoza',
  })
  expect((await next()).event).toBe('welcome')
  await mutate('t1', {create: {_id: 'a', _type: 'talk'}}, {create: {_id: 'other', _type: 'author'}})
  await mutate('t2', {patch: {id: 'a', set: {title: '제목'}}})
  await mutate('t3', {delete: {id: 'a'}})
  const at = '2026-11-22T09:00:00.000Z'
  const content = {_id: 'a', _createdAt: at, _updatedAt: at, _type: 'talk'}
  const common = {
    documentId: 'a',
    identity: expect.any(String),
    timestamp: at,
    visibility: 'query',
    transactionTotalEvents: 1,
    transactionCurrentEvent: 1,
  }
  expect((await next()).data).toEqual({
    ...common,
    eventId: 't1#a',
    transactionId: 't1',
    transition: 'appear',
    resultRev: 't1',
    mutations: [{create: content}],
    result: {...content, _rev: 't1'},
    effects: {apply: [0, content], revert: [0, null]},
  })
  expect((await next()).data).toEqual({
    ...common,
    eventId: 't2#a',
    transactionId: 't2',
    transition: 'update',
    previousRev: 't1',
    resultRev: 't2',
    mutations: [{patch: {id: 'a', set: {title: '제목'}}}],
    previous: {...content, _rev: 't1'},
    result: {...content, _rev: 't2', title: '제목'},
    effects: {apply: [17, '제목', 'title'], revert: [19, 4]},
  })
  expect((await next()).data).toEqual({
    ...common,
    eventId: 't3#a',
    transactionId: 't3',
    transition: 'disappear',
    previousRev: 't2',
    resultRev: 't3',
    mutations: [{delete: {id: 'a'}}],
    previous: {...content, _rev: 't2', title: '제목'},
    effects: {apply: [0, null], revert: [0, {...content, title: '제목'}]},
  })
})

test('the counts are those of the listener, not of the transaction', async () => {
  const next = await listen({query: '*[_id in $ids]', $ids: '["a","drafts.a"]', includeMutations: 'false'})
  await next()
  await mutate('t1', ...['a', 'drafts.a', 'b', 'c'].map((_id) => ({create: {_id, _type: 'talk'}})))
  const events = [await next(), await next()]
  expect(
    events.map(({data}) => [data?.['documentId'], data?.['transactionCurrentEvent'], data?.['transactionTotalEvents']]),
  ).toEqual([
    ['a', 1, 2],
    ['drafts.a', 2, 2],
  ])
  expect(events.map(({data}) => data?.['mutations'])).toEqual([[], []])
})

test('a change that a patch makes in name only is still an event', async () => {
  await mutate('t1', {create: {_id: 'a', _type: 'talk'}})
  const next = await listen({query: '*'})
  await next()
  await mutate('t2', {patch: {id: 'a', unset: ['_empty_action_guard_pseudo_field_']}})
  const {data} = await next()
  expect([data?.['previousRev'], data?.['resultRev']]).toEqual(['t1', 't2'])
})

test('a stream resumes where it was cut, in the middle of a transaction too', async () => {
  const first = await listen({query: '*[_type == "talk"]', enableResume: 'true'})
  await first()
  await mutate('t1', {create: {_id: 'a', _type: 'talk'}}, {create: {_id: 'b', _type: 'talk'}})
  const {id: lastEventId = ''} = await first()
  await mutate('t2', {patch: {id: 'a', set: {n: 1}}})
  await mutate('t3', {create: {_id: 'x', _type: 'author'}})
  await mutate('t4', {delete: {id: 'b'}})
  const resumed = await listen(
    {query: '*[_type == "talk"]', enableResume: 'true', includeResult: 'true'},
    {...lake.asAdministrator, 'last-event-id': lastEventId},
  )
  expect((await resumed()).event).toBe('welcomeback')
  const events = [await resumed(), await resumed(), await resumed()]
  expect(events.map(({data}) => data?.['eventId'])).toEqual(['t1#b', 't2#a', 't4#b'])
  expect(events.map(({data}) => data?.['transactionCurrentEvent'])).toEqual([2, 1, 1])
  expect(events[1]?.data?.['result']).toEqual({
    _id: 'a',
    _type: 'talk',
    n: 1,
    _rev: 't2',
    _createdAt: '2026-11-22T09:00:00.000Z',
    _updatedAt: '2026-11-22T09:00:00.000Z',
  })
})

test('an id that is not of this dataset starts anew', async () => {
  const options = {query: '*', enableResume: 'true'}
  const next = await listen(options, {...lake.asAdministrator, 'last-event-id': 'ffff-1:1'})
  expect((await next()).event).toBe('reset')
  const old = await listen({query: '*'}, {...lake.asAdministrator, 'last-event-id': 'ffff-1:1'})
  expect((await old()).event).toBe('welcome')
})

test('a bad query is a channel error and the end of the stream', async () => {
  const next = await listen({query: '*[_type == '})
  const {event, data} = await next()
  expect(event).toBe('channelError')
  expect(data?.['error']).toEqual({
    type: 'queryParseError',
    description: expect.any(String),
    query: '*[_type == ',
    start: expect.any(Number),
    end: expect.any(Number),
  })
  expect(await next()).toEqual({})
})

test('strangers hear of published documents only', async () => {
  const next = await listen({query: '*'}, {})
  await next()
  await mutate('t1', {create: {_id: 'drafts.a', _type: 'talk'}}, {create: {_id: 'b', _type: 'talk'}})
  expect((await next()).data?.['documentId']).toBe('b')
})

test('live events name the types that changed, drafts only when asked for', async () => {
  const published = await listen({}, {}, 'live/events')
  const drafts = await listen({includeDrafts: 'true'}, lake.asAdministrator, 'live/events')
  expect((await published()).event).toBe('welcome')
  expect((await drafts()).event).toBe('welcome')
  await mutate('t1', {create: {_id: 'drafts.a', _type: 'talk'}})
  await mutate('t2', {create: {_id: 'b', _type: 'author'}})
  expect((await published()).data).toEqual({tags: ['s1:t:author', 's1:*']})
  expect((await drafts()).data).toEqual({tags: ['s1:t:talk', 's1:*']})
  expect((await lake.ask('/v1/data/live/events/production?includeDrafts=true')).status).toBe(401)
})

test.each([
  ['v2021-06-07', {}, ['a', 'drafts.a', 'versions.r.a', '_.releases.r']],
  ['v2025-02-19', {}, ['a', '_.releases.r']],
  ['v2025-02-19', {includeAllVersions: 'true'}, ['a', 'drafts.a', 'versions.r.a', '_.releases.r']],
  ['vX', {}, ['a', '_.releases.r']],
])('a listener of %s with %j hears of the versions it asks for', async (version, options, heard) => {
  const ids = ['a', 'drafts.a', 'versions.r.a', '_.releases.r', 'last']
  const next = await listen({query: '*', ...options}, lake.asAdministrator, 'listen', version)
  await next()
  await mutate('t1', ...ids.map((_id) => ({create: {_id, _type: 'talk'}})))
  const events = []
  for (let id: unknown; id !== 'last';) events.push((id = (await next()).data?.['documentId']))
  expect(events).toEqual([...heard, 'last'])
})

test.each([
  'count(*[_type == "talk"])',
  '*[_type == "talk"] | order(title)[3...9]{title}',
  '*[_type == "talk"][7].title',
  '*[_type == "talk" && owner == identity()]',
])('of %s the filter counts', async (query) => {
  const next = await listen({query})
  await next()
  const owner = 'pAdministrator'
  await mutate('t1', {create: {_id: 'other', _type: 'note', owner}}, {create: {_id: 'a', _type: 'talk', owner}})
  const {data} = await next()
  expect([data?.['documentId'], data?.['transactionTotalEvents']]).toEqual(['a', 1])
})

test.each([
  ['listen/production?query=*&visibility=sync', '"visibility" must be query or transaction, not "sync"'],
  ['listen/production?query=*&effectFormat=diff', '"effectFormat" must be mendoza, not "diff"'],
  ['history/production/transactions/a?effectFormat=diff', '"effectFormat" must be mendoza, not "diff"'],
])('%s is refused', async (path, reason) => {
  expect(await lake.json(`/v1/data/${path}`, {headers: lake.asAdministrator})).toEqual({
    statusCode: 400,
    error: 'Bad Request',
    message: `The parameter ${reason}`,
  })
})
