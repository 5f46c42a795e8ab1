import {once} from 'node:events'
import type {RequestListener} from 'node:http'
import {type AddressInfo, connect, type Socket} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'
import type {ReaderBounds} from './boundReaders.ts'
import {createHttpServer} from './httpServer.ts'

/** More than the buffers of both sockets hold. */
const size = 16 * 1024 * 1024
const answer: RequestListener = (_request, response) => void response.end(Buffer.alloc(size, 'x'))

async function serve(listener: RequestListener, bounds: Partial<ReaderBounds>): Promise<number> {
  const server = createHttpServer(listener, {longestStall: 60_000, mostWaiting: 10 * size, ...bounds})
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  return (server.address() as AddressInfo).port
}

/** A reader that has begun to read and then takes nothing more. */
async function stalled(port: number): Promise<Socket> {
  const socket = ask(port)
  await once(socket, 'data')
  return socket.pause()
}

function ask(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  return socket
}

/** Bytes that have come when the server ends the connection. */
async function bytesOf(socket: Socket): Promise<number> {
  await once(socket.resume(), 'close')
  return socket.bytesRead
}

test('a reader who takes nothing of an answer is cut off', async () => {
  const port = await serve(
    (request, response) => {
      answer(request, response)
      response.on('close', () => cutOff.resolve(response.writableFinished))
    },
    {longestStall: 200},
  )
  const cutOff = Promise.withResolvers<boolean>()
  await stalled(port)
  expect(await cutOff.promise).toBe(false)
})

test('so is one who takes nothing of an answer that has no end', async () => {
  const cutOff = Promise.withResolvers<boolean>()
  const port = await serve(
    (_request, response) => {
      const write = (): void => {
        while (response.write(Buffer.alloc(size / 16, 'x')));
      }
      response.on('drain', write).on('close', () => cutOff.resolve(response.writableFinished))
      write()
    },
    {longestStall: 200},
  )
  await stalled(port)
  expect(await cutOff.promise).toBe(false)
})

test('a slow reader gets the whole answer, however long it takes', async () => {
  const port = await serve(answer, {longestStall: 1_000})
  const socket = await stalled(port)
  const start = performance.now()
  socket.on('data', () => {
    if (socket.bytesRead < seen + size / 8) return
    seen = socket.bytesRead
    socket.pause()
    setTimeout(() => socket.resume(), 250)
  })
  let seen = socket.bytesRead
  expect(await bytesOf(socket)).toBeGreaterThan(size)
  expect(performance.now() - start).toBeGreaterThan(1_000)
})

test('an answer that takes longer than that to be made is awaited', async () => {
  const port = await serve((_request, response) => void setTimeout(() => response.end('late'), 400), {longestStall: 50})
  expect(await bytesOf(ask(port))).toBeGreaterThan('late'.length)
})

test('when too much waits, the reader who has been at it for longest is cut off', async () => {
  const port = await serve(answer, {mostWaiting: 2.5 * size})
  const [first, second, third] = [await stalled(port), await stalled(port), await stalled(port)]
  expect(await bytesOf(first)).toBeLessThan(size)
  expect(await bytesOf(second)).toBeGreaterThan(size)
  expect(await bytesOf(third)).toBeGreaterThan(size)
  // What was taken, and who was cut off, no longer counts.
  const [fourth, fifth] = [await stalled(port), await stalled(port)]
  expect(await bytesOf(fourth)).toBeGreaterThan(size)
  expect(await bytesOf(fifth)).toBeGreaterThan(size)
})
