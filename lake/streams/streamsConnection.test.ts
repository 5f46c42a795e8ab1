import {expect, test} from 'vitest'
import {createStreamsConnection} from './streamsConnection.ts'
import type {StreamsMessage} from './streamsProtocol.ts'

const base = new URL('http://localhost:3333/v1/streams')
const open = (id: string): string =>
  JSON.stringify({type: 'open', id, url: '/v1/data/listen/production?query=*', headers: {}})

/** A stream whose chunks are made when they are asked for. */
function counting() {
  const state = {made: 0, cancelled: false}
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        state.made += 1
        controller.enqueue(new TextEncoder().encode(`data: ${state.made}\n\n`))
      },
      cancel: () => void (state.cancelled = true),
    },
    {highWaterMark: 0},
  )
  return {state, fetch: () => Promise.resolve(new Response(body))}
}

test('a client that takes nothing is read for nothing: one chunk waits, the rest is not made', async () => {
  const {state, fetch} = counting()
  const sent: StreamsMessage[] = []
  const waiting: (() => void)[] = []
  const connection = createStreamsConnection({
    fetch,
    base,
    headers: new Headers(),
    send: (text) => {
      sent.push(JSON.parse(text))
      return new Promise((resolve) => waiting.push(resolve))
    },
    identity: () => 'me',
    maxStreams: 1,
  })
  connection.receive(open('a'))
  await expect.poll(() => sent.map((message) => message.type)).toEqual(['response'])
  const before = state.made
  waiting.shift()?.()
  await expect.poll(() => sent.length).toBe(2)
  expect([before <= 2, state.made <= before + 2]).toEqual([true, true])
  waiting.shift()?.()
  await expect.poll(() => sent.length).toBe(3)
  connection.close()
  await expect.poll(() => state.cancelled).toBe(true)
})

test('a stream ends when its user is no longer who they were', async () => {
  const {state, fetch} = counting()
  let user = 'pYuna editor'
  const connection = createStreamsConnection({
    fetch,
    base,
    headers: new Headers(),
    send: () => new Promise(() => undefined),
    identity: () => user,
    maxStreams: 10,
  })
  connection.receive(open('a'))
  await expect.poll(() => state.made > 0).toBe(true)
  connection.recheck()
  expect(state.cancelled).toBe(false)
  user = 'anonymous anonymous'
  connection.recheck()
  await expect.poll(() => state.cancelled).toBe(true)
})

test('too many streams, and one name twice, are refused', async () => {
  const sent: StreamsMessage[] = []
  const connection = createStreamsConnection({
    fetch: () => Promise.resolve(new Response(new ReadableStream())),
    base,
    headers: new Headers(),
    send: (text) => Promise.resolve(void sent.push(JSON.parse(text))),
    identity: () => 'me',
    maxStreams: 2,
  })
  for (const id of ['a', 'a', 'b', 'c']) connection.receive(open(id))
  const statuses = () =>
    sent.flatMap((message) => (message.type === 'response' ? [`${message.id} ${message.status}`] : []))
  await expect.poll(() => statuses().sort()).toEqual(['a 200', 'a 409', 'b 200', 'c 429'])
  connection.close()
})
