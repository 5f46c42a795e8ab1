import {connect} from 'node:net'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {serveTestLake, type ServedTestLake} from './fixtures/serveTestLake.ts'
import {createHttpServer} from './httpServer.ts'

let served: ServedTestLake

beforeAll(async () => {
  served = await serveTestLake()
})
afterAll(() => served.close())

/** What the server answers to bytes, until it closes the connection. */
function send(text: string): Promise<{status: string; head: string; body: string}> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(served.origin).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      resolve({status: head.split('\r\n')[0] ?? '', head, body})
    })
  })
}

const host = (): string => `Host: ${new URL(served.origin).host}`

test('a thousand documents are asked for at once by ids of 120 characters, as @sanity/client does', async () => {
  const {client} = served
  const ids = Array.from({length: 1000}, (_, index) => `talk-${index}-`.padEnd(120, 'x'))
  await client.create({_id: ids[999] ?? '', _type: 'talk', title: '마지막'})
  const documents = await client.getDocuments(ids)
  expect(documents.map((document) => document?.['title'] ?? null)).toEqual([...Array(999).fill(null), '마지막'])
  await expect(client.getDocuments(Array.from({length: 1200}, () => 'x'.repeat(120)))).rejects.toMatchObject({
    statusCode: 431,
    response: {
      body: {
        statusCode: 431,
        error: 'Request Header Fields Too Large',
        message:
          'The address and the headers of the request are longer than 131072 bytes together: ask for less at once',
      },
    },
  })
})

test.each([
  ['TLS on a port without it', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['an address with white space', 'GET /v1/ users/me HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  [
    'a length and chunks',
    'POST /v1/ping HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
])('%s is refused in the form of the API', async (_name, bytes) => {
  expect(await send(bytes)).toEqual({
    status: 'HTTP/1.1 400 Bad Request',
    head: expect.stringContaining('\r\ncontent-type: application/json\r\n'),
    body: '{"statusCode":400,"error":"Bad Request","message":"This is no HTTP request that can be read"}',
  })
})

test.each(['h2c', 'TLS/1.2, HTTP/1.1', 'websocketish'])(
  'an upgrade to %s is passed over: the request is answered',
  async (to) => {
    const headers = `${host()}\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: ${to}\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n`
    const query = encodeURIComponent('1 + 1')
    expect(
      await send(`GET /v1/data/query/production?query=${query}&returnQuery=false HTTP/1.1\r\n${headers}\r\n`),
    ).toEqual({
      status: 'HTTP/1.1 200 OK',
      head: expect.any(String),
      body: expect.stringMatching(/^\{"result":2,/),
    })
    const body = JSON.stringify({query: '2 + 2'})
    const posted = `POST /v1/data/query/production HTTP/1.1\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`
    expect((await send(posted)).body).toMatch(/^\{"query":"2 \+ 2","result":4,/)
  },
)

test('an upload of 512 MiB may take an hour, an unused connection a minute and a quarter, headers one minute', () => {
  const {requestTimeout, keepAliveTimeout, headersTimeout} = createHttpServer(() => undefined)
  expect({requestTimeout, keepAliveTimeout, headersTimeout}).toEqual({
    requestTimeout: 3_600_000,
    keepAliveTimeout: 75_000,
    headersTimeout: 60_000,
  })
})
