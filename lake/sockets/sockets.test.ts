import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import type {JsonValue} from '../document.ts'
import type {Endpoint} from '../endpoints/endpoint.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake
let server: Server
let base: string
const cancelled: string[] = []

/** Sends the last event id and the caller back, then one event for each name in `query`; `endless` never ends. */
const echo: Endpoint = {
  method: 'GET',
  path: '/data/listen/:ds',
  access: 'read',
  handle({request, url, identity}) {
    const query = url.searchParams.get('query') ?? ''
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(encoder.encode(`id: ${request.headers.get('last-event-id')}\ndata: ${identity.id}\n\n`))
        for (const name of query.split(',')) controller.enqueue(encoder.encode(`data: ${name}\n\n`))
        if (!query.includes('endless')) controller.close()
      },
      cancel: () => void cancelled.push(query),
    })
    return new Response(body, {headers: {'content-type': 'text/event-stream'}})
  },
}

beforeEach(async () => {
  lake = createTestLake({endpoints: [echo], origins: () => [base]})
  server = createServer()
  server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  cancelled.length = 0
})

afterEach(async () => {
  await lake.dispose()
  server.closeAllConnections()
  server.close()
})

interface Client {
  send(message: JsonValue): void
  /** The next frame that is no heartbeat. */
  next(): Promise<JsonValue>
  close(): void
}

async function connect(path: string, headers: Record<string, string> = {}): Promise<Client> {
  const socket = new WebSocket(base.replace('http', 'ws') + path, {headers: {origin: base, ...headers}})
  const frames: JsonValue[] = []
  const waiting: ((frame: JsonValue) => void)[] = []
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8')
    if (text === '♥') return
    const frame: JsonValue = JSON.parse(text)
    const first = waiting.shift()
    if (first) first(frame)
    else frames.push(frame)
  })
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    next: () => {
      const frame = frames.shift()
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame)
    },
    close: () => socket.close(),
  }
}

const call = (id: string, method: string, params: JsonValue): JsonValue => ({jsonrpc: '2.0', id, method, params})

test('presence: two people see each other come, move and go, and never themselves', async () => {
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const local = await connect('/v2022-06-30/socket/production?tag=sanity.studio', {cookie})
  const token = await connect('/v2022-06-30/socket/production?tag=sanity.studio')
  local.send(call('1', 'presence_subscribe', {}))
  expect(await local.next()).toEqual({jsonrpc: '2.0', id: '1', result: 'id-1'})
  token.send(call('1', 'presence_subscribe', {}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '1', error: {code: -32000, message: 'Unauthorized'}})
  token.send(call('2', 'authorization', {authorization: 'Bearer nonsense', apiVersion: 'v1'}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '2', error: {code: -32000, message: 'Unauthorized'}})
  token.send(call('3', 'authorization', {authorization: lake.asAdministrator['authorization'] ?? '', apiVersion: 'v1'}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '3', result: true})

  const event = (result: JsonValue): JsonValue => ({
    jsonrpc: '2.0',
    method: 'presence_subscription',
    params: {subscription: 'id-1', result},
  })
  token.send(call('4', 'presence_rollcall', {session: 's-token'}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '4', result: true})
  expect(await local.next()).toEqual(event({type: 'rollCall', i: 'pAdministrator', session: 's-token'}))

  const state = {locations: [{type: 'document', documentId: 'talk-1', path: ['title']}], sessionId: 's-token'}
  token.send(call('5', 'presence_announce', {data: state}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '5', result: true})
  expect(await local.next()).toEqual(event({type: 'state', i: 'pAdministrator', m: state}))

  token.send(call('6', 'nonsense', {}))
  expect(await token.next()).toEqual({jsonrpc: '2.0', id: '6', error: {code: -32601, message: 'Method not found'}})
  token.close()
  expect(await local.next()).toEqual(event({type: 'disconnect', i: 'pAdministrator', m: {session: 's-token'}}))
  local.close()
})

test('a socket of a version that is none is refused', async () => {
  await expect(connect('/v2020-13-45/streams')).rejects.toThrow('Unexpected server response: 400')
})

const listen = (id: string, query: string, headers: JsonValue = {}): JsonValue => ({
  type: 'open',
  id,
  url: `/v2025-02-19/data/listen/production?query=${query}`,
  headers,
})
const head = (id: string, status = 200, type = 'text/event-stream'): unknown => ({
  type: 'response',
  id,
  status,
  headers: expect.objectContaining({'content-type': type}),
})

test('one socket carries many event streams, each with the caller of the socket and its own last event id', async () => {
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const client = await connect('/v1/streams', {cookie})
  client.send(listen('a', '개발,endless', {'last-event-id': '7', cookie: 'other', host: 'evil.example'}))
  expect([await client.next(), await client.next(), await client.next(), await client.next()]).toEqual([
    head('a'),
    {type: 'data', id: 'a', chunk: 'id: 7\ndata: pLocal\n\n'},
    {type: 'data', id: 'a', chunk: 'data: 개발\n\n'},
    {type: 'data', id: 'a', chunk: 'data: endless\n\n'},
  ])
  client.send(listen('b', 'x', {authorization: lake.asAdministrator['authorization'] ?? ''}))
  expect([await client.next(), await client.next(), await client.next(), await client.next()]).toEqual([
    head('b'),
    {type: 'data', id: 'b', chunk: 'id: null\ndata: pAdministrator\n\n'},
    {type: 'data', id: 'b', chunk: 'data: x\n\n'},
    {type: 'end', id: 'b'},
  ])
  client.send({type: 'close', id: 'a'})
  expect(await client.next()).toEqual({type: 'end', id: 'a'})
  expect(cancelled).toEqual(['개발,endless'])
  client.close()
})

test.each([
  '/v1/users/me',
  '/v1/data/query/production?query=*',
  '//evil.example/v1/data/listen/production',
  'http://evil.example/v1/data/listen/production',
  '/v1/data/listen/../users/me',
])('%s is no event stream of this server', async (url) => {
  const client = await connect('/v1/streams')
  client.send({type: 'open', id: 'a', url, headers: {}})
  expect([await client.next(), await client.next(), await client.next()]).toEqual([
    head('a', 400, 'application/json'),
    {
      type: 'data',
      id: 'a',
      chunk: '{"statusCode":400,"error":"Refused","message":"Only event streams of this server can be opened here"}',
    },
    {type: 'end', id: 'a'},
  ])
  client.close()
})

test('a stream that the API refuses ends with its answer: nobody learns whether a dataset is there', async () => {
  const client = await connect('/v1/streams')
  client.send({type: 'open', id: 'a', url: '/v1/data/live/events/nothing', headers: {}})
  expect(await client.next()).toEqual(head('a', 401, 'application/json'))
  client.close()
})

test('a listener over the socket hears of a change as over HTTP', async () => {
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const client = await connect('/v1/streams', {cookie})
  client.send({type: 'open', id: 'a', url: '/v1/data/live/events/production?includeDrafts=true', headers: {}})
  expect([await client.next(), await client.next()]).toEqual([
    head('a', 200, 'text/event-stream; charset=utf-8'),
    {type: 'data', id: 'a', chunk: expect.stringMatching(/^id: .+\nevent: welcome\ndata: \{\}\n\n$/)},
  ])
  const body = JSON.stringify({mutations: [{create: {_id: 'talk-1', _type: 'talk'}}]})
  await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: {host: new URL(base).host, cookie}, body})
  expect(await client.next()).toEqual({type: 'data', id: 'a', chunk: expect.stringContaining('"tags":["s1:t:talk"')})
  client.close()
})

test('streams end with the socket', async () => {
  const client = await connect('/v1/streams')
  client.send(listen('a', 'endless'))
  await client.next()
  client.close()
  await expect.poll(() => cancelled).toEqual(['endless'])
})
