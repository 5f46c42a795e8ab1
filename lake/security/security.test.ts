import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import type {Endpoint} from '../endpoints/endpoint.ts'
import {createTestLake, type TestLake, type TestLakeOptions} from '../fixtures/createTestLake.ts'

const lakes: TestLake[] = []
const open = (options?: TestLakeOptions): TestLake => {
  const lake = createTestLake(options)
  lakes.push(lake)
  return lake
}
afterEach(async () => {
  for (const lake of lakes.splice(0)) await lake.dispose()
})

const stream: Endpoint = {
  method: 'GET',
  path: '/data/listen/:ds',
  access: 'read',
  handle: () => new Response('event: welcome\n\n', {headers: {'content-type': 'text/event-stream'}}),
}

const forbidden = (message: string) => ({statusCode: 403, error: 'Forbidden', message})

test.each(['evil.example', 'localhost:3334', 'localhost', 'localhost:3333.evil.example', '', 'lectern.evil:3333'])(
  'a forged Host header %j gets nothing',
  async (host) => {
    const response = await open().ask('/v1/ping', {headers: {host}})
    expect([response.status, await response.json()]).toEqual([
      403,
      forbidden('The Host header is not one of this server'),
    ])
  },
)

test.each(['localhost:3333', 'LOCALHOST:3333', 'lectern.localhost:3333'])(
  'the Host header %j is ours',
  async (host) => {
    expect((await open().ask('/v1/ping', {headers: {host}})).status).toBe(200)
  },
)

test.each([
  ['GET', '/v1/ping'],
  ['GET', '/v2025-02-19/data/listen/production?query=*'],
  ['POST', '/v2025-02-19/assets/files/production'],
  ['OPTIONS', '/v2025-02-19/data/mutate/production'],
  ['GET', '/images/lectern/production/a.png'],
  ['POST', '/v1/auth/login/local'],
])('%s %s from a page of another origin gets nothing, with or without our cookie', async (method, path) => {
  const lake = open({endpoints: [stream]})
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  for (const origin of [
    'http://localhost:8080',
    'https://evil.example',
    'null',
    'http://localhost:3333.evil.example',
  ]) {
    const response = await lake.ask(path, {method, headers: {origin, cookie}})
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
  }
})

test.each(['cross-site', 'same-site'])('a %s request without an Origin header is no way around', async (site) => {
  const lake = open()
  const headers = {'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors'}
  expect((await lake.ask('/v1/users/me', {headers})).status).toBe(403)
  expect((await lake.ask('/v1/auth/logout', {method: 'POST', headers})).status).toBe(403)
})

test('a path with slashes too many is the same endpoint, under the same rules', async () => {
  const lake = open()
  expect((await lake.ask('//v1/ping')).status).toBe(200)
  expect((await lake.ask('//v1/users/me', {headers: {'sec-fetch-site': 'cross-site'}})).status).toBe(403)
  expect((await lake.ask('//v1/projects/lectern')).status).toBe(401)
})

test("what the CLI calls the project's host is told to others as localhost", async () => {
  const request = new Request('http://lectern.localhost:3333/v1/auth/providers')
  expect(await (await open().fetch(request)).json()).toEqual({
    providers: [{name: 'local', title: 'Local account', url: 'http://localhost:3333/v1/auth/login/local'}],
    thirdPartyLogin: false,
    sso: {saml: false},
  })
})

test('our own origin is answered with CORS headers and the cookie allowed', async () => {
  const lake = open()
  const response = await lake.ask('/v1/ping', {headers: {origin: lake.origin}})
  expect([
    response.status,
    response.headers.get('access-control-allow-origin'),
    response.headers.get('access-control-allow-credentials'),
    response.headers.get('vary'),
  ]).toEqual([200, lake.origin, 'true', 'origin'])
})

test('a page of a frontend elsewhere is answered as anybody or by its token, never by the cookie', async () => {
  const frontend = 'http://localhost:5173'
  const lake = open({corsOrigins: [frontend]})
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const idFor = async (headers: Record<string, string>) => {
    const response = await lake.ask('/v1/users/me', {
      headers: {origin: frontend, 'sec-fetch-site': 'same-site', ...headers},
    })
    const body: {id?: string} = await response.json()
    const cors = ['access-control-allow-origin', 'access-control-allow-credentials', 'vary']
    return [response.status, body.id, ...cors.map((name) => response.headers.get(name))]
  }
  expect(await idFor({cookie})).toEqual([200, undefined, frontend, null, 'origin'])
  expect(await idFor(lake.asAdministrator)).toEqual([200, 'pAdministrator', frontend, null, 'origin'])
  const preflight = await lake.ask('/v1/data/mutate/production', {
    method: 'OPTIONS',
    headers: {origin: frontend, 'access-control-request-headers': 'authorization'},
  })
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization'])
  expect((await lake.ask('/v1/ping', {headers: {host: 'localhost:5173', origin: frontend}})).status).toBe(403)
})

test('a preflight of our own origin lists methods and the headers asked for', async () => {
  const lake = open()
  const response = await lake.ask('/v1/data/mutate/production', {
    method: 'OPTIONS',
    headers: {origin: lake.origin, 'access-control-request-headers': 'authorization,x-sanity-app'},
  })
  expect([response.status, response.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'authorization,x-sanity-app',
  ])
  expect(response.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS')
})

test('every answer carries the headers that keep it from being sniffed, run or kept', async () => {
  const response = await open().ask('/v1/nothing')
  const headers = ['x-content-type-options', 'content-security-policy', 'cross-origin-resource-policy', 'cache-control']
  expect(headers.map((name) => response.headers.get(name))).toEqual([
    'nosniff',
    "default-src 'none'",
    'same-origin',
    'no-store',
  ])
})

test('unknown routes, wrong methods and features we lack say so in the shape of the service', async () => {
  const lake = open()
  expect(await lake.json('/v1/nothing')).toEqual({
    statusCode: 404,
    error: 'Not Found',
    message: 'No such endpoint: GET /v1/nothing',
  })
  expect(await lake.json('/v1/images/lectern/production/a.png')).toEqual({
    statusCode: 404,
    error: 'Not Found',
    message: 'No such endpoint: GET /v1/images/lectern/production/a.png',
  })
  const wrong = await lake.ask('/v1/users/me/keyvalue', {method: 'DELETE'})
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'PUT, OPTIONS'])
  expect(await lake.json('/v1/projects/lectern/roles')).toEqual({
    statusCode: 501,
    error: 'Not Implemented',
    message: 'Not implemented by the embedded Content Lake: Custom roles',
  })
  for (const path of ['/v2023-08-01/apis/graphql', '/v2023-08-01/graphql/production/default']) {
    expect(await lake.json(path)).toEqual({
      statusCode: 501,
      error: 'Not Implemented',
      message: 'Not implemented by the embedded Content Lake: GraphQL; ask in GROQ',
    })
  }
})

test.each([
  ['GET', '/v2025-09-16/aliases', 'Dataset aliases'],
  ['PUT', '/v2025-08-29/projects/lectern/datasets/production/settings/backups', 'Hosted backups; use npm run backup'],
  ['POST', '/v2025-02-19/schedules/lectern/production', 'Old-style schedules; schedule a release'],
  ['DELETE', '/v2025-02-19/schedules/lectern/production/sch-1', 'Old-style schedules; schedule a release'],
  ['POST', '/v2025-02-19/assets/images/production/from-url', 'Importing assets from a URL; upload the bytes'],
  [
    'GET',
    '/v2025-02-19/access/project/lectern/robots',
    'The access API (roles, robots, requests); use npm run accounts and npm run token',
  ],
])("%s %s, which Sanity's tools ask for, is named", async (method, path, feature) => {
  const {statusCode, message} = (await open().json(path, {method})) as {statusCode: number; message: string}
  const [, named] = message.split('Not implemented by the embedded Content Lake: ')
  expect([statusCode, named]).toEqual([501, feature])
})

test('an alias in place of a dataset is named, and no dataset is made that has the name of one', async () => {
  const lake = open()
  const refused = {
    statusCode: 501,
    error: 'Not Implemented',
    message: 'Not implemented by the embedded Content Lake: Dataset aliases',
  }
  const as = {headers: lake.asAdministrator}
  expect(await lake.json('/v2025-02-19/data/query/~newest?query=1', as)).toEqual(refused)
  expect(await lake.json('/v2025-02-19/datasets/~newest', {...as, method: 'PUT', body: '{}'})).toEqual(refused)
  expect(await lake.json('/v2025-02-19/data/query/newest?query=1', as)).toEqual({
    statusCode: 404,
    error: 'Not Found',
    message: 'Dataset "newest" not found',
  })
})

test.each(['foo', '2020-13-45', '0000-01-01', '2', '', '2025-02-19T00', '2025-2-19'])(
  'v%s is no API version',
  async (version) => {
    expect(await open().json(`/v${version}/data/query/production?query=1`)).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: `"v${version}" is no API version: use v1, vX or a date such as v2025-02-19`,
    })
  },
)

test.each(['1', 'X', '2021-06-07', '2099-01-01'])('v%s is an API version', async (version) => {
  expect(await open().json(`/v${version}/data/query/production?query=1`)).toEqual({
    query: '1',
    result: 1,
    ms: expect.any(Number),
    syncTags: [],
  })
})

test('HEAD answers as GET without a body, and lets a stream go', async () => {
  let cancelled = false
  const endless: Endpoint = {
    ...stream,
    handle: () => new Response(new ReadableStream({cancel: () => void (cancelled = true)})),
  }
  const response = await open({endpoints: [endless]}).ask('/v1/data/listen/production', {method: 'HEAD'})
  expect([response.status, await response.text(), cancelled]).toEqual([200, '', true])
})

test.each(['http://evil.example', 'null'])('a WebSocket from the origin %s is refused', async (origin) => {
  const lake = open({origins: () => [base]})
  const server = createServer()
  server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const outcome = (path: string, headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(base.replace('http', 'ws') + path, {headers})
      socket.on('open', () => {
        resolve('open')
        socket.terminate()
      })
      socket.on('error', (error) => resolve(error.message))
    })
  const refused = 'Unexpected server response: 403'
  expect([
    await outcome('/v1/streams', {origin}),
    await outcome('/v2022-06-30/socket/production', {origin}),
    await outcome('/v1/streams', {host: 'evil.example'}),
    await outcome('/v1/streams', {origin: base}),
    await outcome('/v1/socket/nothing', {origin: base}),
    await outcome('/v1/other', {origin: base}),
  ]).toEqual([refused, refused, refused, 'open', ...Array.from({length: 2}, () => 'Unexpected server response: 404')])
  server.closeAllConnections()
  server.close()
})

test('a fault is logged with method and path alone: no token, cookie, query or body', async () => {
  const broken: Endpoint = {
    method: 'POST',
    path: '/broken/:ds',
    access: 'public',
    handle: () => {
      throw new Error('a bug')
    },
  }
  const lake = open({endpoints: [broken]})
  const headers = {...lake.asAdministrator, cookie: 'lake_session_00000000=secret-cookie'}
  const answer = await lake.json('/v1/broken/production?token=secret-query', {
    method: 'POST',
    headers,
    body: 'secret-body',
  })
  expect(answer).toEqual({
    statusCode: 500,
    error: 'Internal Server Error',
    message: 'The server failed; its log says why',
  })
  expect(lake.log).toEqual(['POST /v1/broken/production Error: a bug'])
})
