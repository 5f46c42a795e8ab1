import {expect, test} from 'vitest'
import {ndjson} from './ndjson.ts'

function* lines(count: number, fault?: Error): Generator<object | string> {
  for (let at = 0; at < count; at++) yield at % 2 === 0 ? {at} : JSON.stringify({at})
  if (fault) throw fault
}

test.each([0, 1, 3, 20_000])('%d lines come whole, in order', async (count) => {
  const expected = Array.from({length: count}, (_, at) => `{"at":${at}}\n`).join('')
  const response = ndjson(lines(count))
  expect([await response.text(), response.headers.get('content-type')]).toEqual([
    expected,
    'application/x-ndjson; charset=utf-8',
  ])
})

test('a list of which the beginning cannot be read is no list that breaks off, but an error', () => {
  const fault = new Error('damaged')
  expect(() => ndjson(lines(3, fault))).toThrow(fault)
})

test('what cannot be read later breaks the list off, and is no end of it', async () => {
  const fault = new Error('damaged')
  await expect(ndjson(lines(20_000, fault)).text()).rejects.toThrow(fault)
})

test('others have their turn where the list says so', async () => {
  const others: string[] = []
  setImmediate(() => others.push('here'))
  function* waiting(): Generator<object | undefined> {
    yield {at: 0}
    while (others.length === 0) yield undefined
    yield {at: 1}
  }
  expect(await ndjson(waiting()).text()).toBe('{"at":0}\n{"at":1}\n')
})

test('no more is read than is taken', async () => {
  let read = 0
  function* endless(): Generator<object> {
    for (;;) yield {at: read++}
  }
  const reader = ndjson(endless()).body?.getReader()
  await reader?.read()
  expect(read).toBeLessThan(20_000)
  await reader?.cancel()
})
