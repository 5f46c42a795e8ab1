import {createServer, request as httpRequest} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

test('a body beyond the limit is refused, whether its length is declared or not', async () => {
  const large = JSON.stringify([{key: 'a', value: 'x'.repeat(1024 * 1024)}])
  const answer = {
    statusCode: 413,
    error: 'Payload Too Large',
    message: 'The request body is larger than 1048576 bytes',
  }
  const put = {method: 'PUT', headers: lake.asAdministrator}
  const declared = {...lake.asAdministrator, 'content-length': String(large.length)}
  expect(await lake.json('/v1/users/me/keyvalue', {...put, headers: declared, body: large})).toEqual(answer)
  expect(await lake.json('/v1/users/me/keyvalue', {...put, body: large})).toEqual(answer)
})

test('a body that is not UTF-8 is refused, and nothing of it is written', async () => {
  const bytes = Buffer.from('{"mutations": [{"create": {"_id": "a", "_type": "talk", "title": "caf\xe9"}}]}', 'latin1')
  const answer = {statusCode: 400, error: 'Bad Request', message: 'The request body is not UTF-8'}
  const post = {method: 'POST', headers: lake.asAdministrator, body: bytes}
  expect(await lake.json('/v1/data/mutate/production', post)).toEqual(answer)
  expect(await lake.json('/v1/users/me/keyvalue', {...post, method: 'PUT'})).toEqual(answer)
  const counted = await lake.json('/v1/data/query/production?query=count(*)', {headers: lake.asAdministrator})
  expect(counted).toEqual({query: 'count(*)', result: 0, syncTags: ['s1:*'], ms: expect.any(Number)})
})

test.each([
  ['/v1/data/query/production', {query: '1', result: 1, syncTags: [], ms: expect.any(Number)}],
  ['/v1/assets/files/production', {document: expect.any(Object)}],
])('a compressed body for %s is refused by name, and one encoded as itself is not', async (path, accepted) => {
  const post = async (encoding: string) => {
    const headers = {...lake.asAdministrator, 'content-encoding': encoding}
    const response = await lake.ask(path, {method: 'POST', headers, body: '{"query": "1"}'})
    return [response.status, await response.json()]
  }
  expect(await post('gzip')).toEqual([
    415,
    {
      statusCode: 415,
      error: 'Unsupported Media Type',
      message: 'A body encoded as "gzip" cannot be read: send it without Content-Encoding',
    },
  ])
  expect(await post('Identity')).toEqual([200, accepted])
})

test('a body that is cut off or lies about its length is refused over a real connection', async () => {
  const served = createTestLake({origins: () => [`http://127.0.0.1:${address.port}`]})
  const listener = getRequestListener((request) => served.fetch(request))
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
  const address = server.address() as AddressInfo
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(
      {
        port: address.port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/assets/files/production',
        headers: {...served.asAdministrator, 'content-length': '99999999999'},
      },
      (response) => resolve(response.statusCode),
    )
    request.on('error', reject)
    request.flushHeaders()
  })
  server.closeAllConnections()
  server.close()
  await served.dispose()
  expect(status).toBe(413)
})
