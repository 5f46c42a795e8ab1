import {inspect} from 'node:util'
import {expect, test} from 'vitest'
import {createEventStream} from './createEventStream.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const tick = (): Promise<void> => new Promise((resolve) => queueMicrotask(resolve))

test('what is sent in one tick leaves as one chunk', async () => {
  const {stream, send} = createEventStream({onClose: () => undefined})
  send(bytes('가'))
  send(bytes('나'))
  expect((await stream.getReader().read()).value).toEqual(Buffer.from('가나'))
})

test('a reader that never reads is cut off at its limit, is told so, and nothing more is kept for it', async () => {
  let closed = 0
  const {stream, send} = createEventStream({maxQueued: 10, onClose: () => void (closed += 1)})
  send(bytes('12345678'))
  await tick()
  expect(closed).toBe(0)
  send(bytes('12345678'))
  await tick()
  send(bytes('12345678'))
  await tick()
  expect(closed).toBe(1)
  const reason: unknown = await stream
    .getReader()
    .read()
    .catch((error: unknown) => error)
  expect(inspect(reason)).toBe('[An event stream was cut off. The reader is too slow: reconnect with Last-Event-ID]')
})

test('one event that is larger than the limit still reaches who has read everything before', async () => {
  const {stream, send} = createEventStream({maxQueued: 10, onClose: () => undefined})
  send(bytes('a longer event than that'))
  expect((await stream.getReader().read()).value).toEqual(bytes('a longer event than that'))
})
