import {once} from 'node:events'
import {connect, type Socket} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'
import {serveTestLake, type ServedTestLake} from '../fixtures/serveTestLake.ts'

const edits = 120
/** Of each edit: far more in all than the buffers of both sockets and the stream's queue hold. */
const content = 'x'.repeat(250_000)
const mutation = 'event: mutation'

async function serve(): Promise<ServedTestLake> {
  const served = await serveTestLake()
  onTestFinished(served.close)
  return served
}

/** A listener on a socket of its own, past its welcome. */
async function listen({lake, origin}: ServedTestLake): Promise<Socket> {
  const {port, host} = new URL(origin)
  const socket = connect(Number(port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  const path = '/v2025-02-19/data/listen/production?query=*&includeResult=true'
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${lake.token}\r\n\r\n`)
  await once(socket, 'data')
  return socket
}

/** Mutation events received until there are `wanted` of them or the server ends the connection. */
function countEvents(socket: Socket, wanted: number): Promise<{events: number; isEnded: boolean}> {
  return new Promise((resolve) => {
    let events = 0
    let tail = ''
    socket.on('data', (chunk: Buffer) => {
      const text = tail + chunk.toString('latin1')
      events += text.split(mutation).length - 1
      tail = text.slice(-(mutation.length - 1))
      if (events >= wanted) resolve({events, isEnded: false})
    })
    socket.on('close', () => resolve({events, isEnded: true}))
  })
}

async function edit({lake, origin}: ServedTestLake, n: number): Promise<number> {
  const response = await lake.fetch(
    new Request(`${origin}/v2025-02-19/data/mutate/production`, {
      method: 'POST',
      headers: {host: new URL(origin).host, authorization: `Bearer ${lake.token}`},
      body: JSON.stringify({mutations: [{createOrReplace: {_id: 'talk', _type: 'talk', content, n}}]}),
    }),
  )
  return response.status
}

test('a listener that stops reading is cut off, and neither edits nor other listeners wait for it', async () => {
  const served = await serve()
  const stuck = await listen(served)
  stuck.pause()
  const other = await listen(served)
  const all = countEvents(other, edits)
  const statuses = new Set<number>()
  for (let n = 0; n < edits; n++) statuses.add(await edit(served, n))
  expect([...statuses]).toEqual([200])
  expect(await all).toEqual({events: edits, isEnded: false})
  const {events, isEnded} = await countEvents(stuck.resume(), edits)
  expect([isEnded, events < edits]).toEqual([true, true])
}, 60_000)
