import {createServer, type Server} from 'node:http'
import {type AddressInfo, connect} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import fc from 'fast-check'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {hostileFrame} from './fuzz/hostileFrame.ts'
import {type HostileRequest, hostileRequest} from './fuzz/hostileRequest.ts'

const runs = Number(process.env['LECTERN_HOSTILE'] ?? 400)
const seed = Number(process.env['LECTERN_SEED'] ?? 1)

let lake: TestLake
let server: Server
let port: number
let image: string

beforeAll(async () => {
  lake = createTestLake({origins: () => [`http://127.0.0.1:${port}`]})
  const listener = getRequestListener((request) => lake.fetch(request))
  server = createServer((request, response) => void listener(request, response))
  server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const picture = await sharp({create: {width: 40, height: 30, channels: 3, background: '#336699'}})
    .png()
    .toBuffer()
  const upload = await send({
    method: 'POST',
    target: '/v1/assets/images/production?filename=a.png',
    headers: {'content-type': 'image/png'},
    body: picture,
  })
  const [path] = /images\/lectern\/production\/[\w.-]+/.exec(upload.text) ?? []
  if (path === undefined) throw new Error(`The picture was not taken: ${upload.text}`)
  image = `/${path}`
})
afterAll(async () => {
  await lake.dispose()
  server.closeAllConnections()
  server.close()
})

interface Answer {
  status: number
  text: string
}

/** Sends the bytes as they are, and reads until the server ends the connection; of an event stream, until it has begun. */
function send({method, target, headers, body}: HostileRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      authorization: lake.asAdministrator['authorization'],
      connection: 'close',
      'content-length': body.length,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`)
    const chunks: Buffer[] = []
    const finish = (): void => {
      socket.destroy()
      const text = Buffer.concat(chunks).toString()
      resolve({status: Number(/^HTTP\/1\.1 ([2-5]\d\d)/m.exec(text)?.[1] ?? 0), text})
    }
    socket.setTimeout(20_000, () => reject(new Error(`No answer to ${method} ${target.slice(0, 300)}`)))
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (chunk.includes('text/event-stream')) finish()
    })
    socket.on('close', finish)
    // A server that has refused a request may end the connection before it has read all of it.
    socket.on('error', () => undefined)
    socket.write(Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), body]))
  })
}

const isAlive = async (): Promise<boolean> => {
  const target = `/v2025-02-19/data/query/production?query=${encodeURIComponent('1 + 1')}&returnQuery=false`
  return (await send({method: 'GET', target, headers: {}, body: Buffer.alloc(0)})).text.includes('"result":2')
}

test('whatever is asked, the answer is one, it is no fault of ours, and the server lives on', async () => {
  const before = process.memoryUsage().rss
  await fc.assert(
    fc.asyncProperty(hostileRequest([image]), async (request) => {
      const {status} = await send(request)
      expect([lake.log, status >= 200 && status !== 500]).toEqual([[], true])
    }),
    {numRuns: runs, seed, endOnFailure: runs > 1000},
  )
  expect(await isAlive()).toBe(true)
  expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024)
}, 3_600_000)

/** Sends frames over a WebSocket of its own, until the server has taken all of them or has hung up. */
function sendFrames(path: string, frames: (string | Buffer)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {headers: lake.asAdministrator})
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('pong', () => socket.terminate())
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame)
      socket.ping()
    })
  })
}

const upgradeTo = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`

/** Upgrades a connection, and then does not speak WebSocket. */
function sendGarbage(path: string, garbage: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.once('data', () => socket.end(garbage))
    socket.write(upgradeTo(path))
  })
}

/** Asks for an upgrade and resets the connection, which the server may notice before, while or after it answers. */
function sendAndReset(path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('close', () => resolve())
    socket.on('connect', () => socket.write(upgradeTo(path), () => socket.resetAndDestroy()))
  })
}

test.each(['/v1/nothing', '/v1/streams', '/v1/socket/nothing', '/v1/socket/production'])(
  'a client that is gone before %s is answered takes nobody along',
  async (path) => {
    for (let time = 0; time < 100; time++) await sendAndReset(path)
    expect([lake.log, await isAlive()]).toEqual([[], true])
  },
)

test.each(['/v1/streams', '/v2022-06-30/socket/production?tag=a'])(
  '%s takes any frame',
  async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileFrame, {maxLength: 8}), async (frames) => {
        await sendFrames(path, frames)
        expect(lake.log).toEqual([])
      }),
      {numRuns: Math.ceil(runs / 10), seed},
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({minLength: 1, maxLength: 300}), async (garbage) => {
        await sendGarbage(path, garbage)
        expect(lake.log).toEqual([])
      }),
      {numRuns: Math.ceil(runs / 10), seed},
    )
    expect(await isAlive()).toBe(true)
  },
  3_600_000,
)
