import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type WebSocket as ServerSocket, WebSocketServer} from 'ws'
import {createStreams, type Streams} from './createStreams.ts'

let server: WebSocketServer
let streams: Streams

beforeEach(async () => {
  server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  streams = createStreams(() => new WebSocket(`ws://127.0.0.1:${port}`))
})

afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

/** The next connection, and a reader of its frames. */
async function accept(): Promise<{socket: ServerSocket; frame: () => Promise<unknown>; say: (frame: object) => void}> {
  const [socket]: [ServerSocket] = (await once(server, 'connection')) as [ServerSocket]
  const frames: unknown[] = []
  const waiting: Array<(frame: unknown) => void> = []
  socket.on('message', (data) => {
    const frame: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '')
    const next = waiting.shift()
    if (next) next(frame)
    else frames.push(frame)
  })
  return {
    socket,
    frame: () =>
      frames.length > 0 ? Promise.resolve(frames.shift()) : new Promise((resolve) => void waiting.push(resolve)),
    say: (frame) => socket.send(JSON.stringify(frame)),
  }
}

const head = (id: string) => ({type: 'response', id, status: 200, headers: {'content-type': 'text/event-stream'}})

test('a stream looks like the response of a fetch', async () => {
  const opening = streams.open({path: '/v1/data/listen/x', headers: {'last-event-id': '7'}})
  const {frame, say} = await accept()
  expect(await frame()).toEqual({type: 'open', id: '1', url: '/v1/data/listen/x', headers: {'last-event-id': '7'}})
  say(head('1'))
  const response = await opening
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  say({type: 'data', id: '1', chunk: 'event: welcome\n\n'})
  say({type: 'data', id: '1', chunk: 'data: "안녕"\n\n'})
  say({type: 'end', id: '1'})
  expect(await response.text()).toBe('event: welcome\n\ndata: "안녕"\n\n')
})

test('many streams share one socket, and each gets its own data', async () => {
  const opening = [streams.open({path: '/a', headers: {}}), streams.open({path: '/b', headers: {}})]
  const {frame, say} = await accept()
  await frame()
  await frame()
  for (const id of ['1', '2']) say(head(id))
  say({type: 'data', id: '2', chunk: 'b'})
  say({type: 'data', id: '1', chunk: 'a'})
  for (const id of ['1', '2']) say({type: 'end', id})
  const texts = await Promise.all(opening.map(async (response) => (await response).text()))
  expect([texts, server.clients.size]).toEqual([['a', 'b'], 1])
})

test('aborting closes the stream on the server and breaks the body', async () => {
  const controller = new AbortController()
  const opening = streams.open({path: '/a', headers: {}, signal: controller.signal})
  const {frame, say} = await accept()
  await frame()
  say(head('1'))
  const text = (await opening).text()
  controller.abort()
  await expect(text).rejects.toThrow('aborted')
  expect(await frame()).toEqual({type: 'close', id: '1'})
})

test('an aborted request is not sent', async () => {
  await expect(streams.open({path: '/a', headers: {}, signal: AbortSignal.abort()})).rejects.toThrow('aborted')
  expect(server.clients.size).toBe(0)
})

test('cancelling the body closes the stream on the server', async () => {
  const opening = streams.open({path: '/a', headers: {}})
  const {frame, say} = await accept()
  await frame()
  say(head('1'))
  await (await opening).body?.cancel()
  expect(await frame()).toEqual({type: 'close', id: '1'})
})

test('a lost socket breaks every stream as a lost network does; the next stream opens a new one', async () => {
  const opening = streams.open({path: '/a', headers: {}})
  const waiting = streams.open({path: '/b', headers: {}})
  const first = await accept()
  await first.frame()
  await first.frame()
  first.say(head('1'))
  const text = (await opening).text()
  first.socket.terminate()
  await expect(text).rejects.toThrow(TypeError)
  await expect(waiting).rejects.toThrow('The connection for live updates was lost.')

  const again = streams.open({path: '/a', headers: {'last-event-id': '9'}})
  const second = await accept()
  expect(await second.frame()).toEqual({type: 'open', id: '3', url: '/a', headers: {'last-event-id': '9'}})
  second.say(head('3'))
  expect((await again).status).toBe(200)
})

test('frames of other kinds, heartbeats and closed streams are passed over', async () => {
  const opening = streams.open({path: '/a', headers: {}})
  const {socket, say} = await accept()
  socket.send('♥')
  say({type: 'data', id: '99', chunk: 'x'})
  say({type: 'hello'})
  say(head('1'))
  expect((await opening).status).toBe(200)
})
