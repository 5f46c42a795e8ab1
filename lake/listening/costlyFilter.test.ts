import {afterEach, beforeEach, expect, onTestFinished, test} from 'vitest'
import {mutate} from '../endpoints/fixtures/writeRequests.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {openTestStore} from '../store/fixtures/openTestStore.ts'
import {createListenerHub} from './createListenerHub.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

const numbers = `[${Array.from({length: 150}, (_, index) => index).join()}]`
/** Some seconds of work for each document, whatever is in it. */
const costly = `count(${numbers}[count(${numbers}[count(${numbers}[@ > 3]) > 3]) > 3]) > 3`

/** A stranger's listener, read chunk by chunk. */
async function listen(query: string): Promise<() => Promise<string | undefined>> {
  const response = await lake.ask(`/v2021-06-07/data/listen/production?query=${encodeURIComponent(query)}`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => (await reader?.read())?.value
}

const stopped = /^event: channelError\ndata: \{"message":"The query took longer than 100 ms"/

test('a listener whose filter takes long is refused', async () => {
  const next = await listen(`*[${costly}]`)
  expect([await next(), await next()]).toEqual([expect.stringMatching(stopped), undefined])
})

test('one whose filter takes long for a document is told so once, and no edit waits for it again', async () => {
  const [slow, other] = [await listen(`*[_type == "talk" && ${costly}]`), await listen('*[_type == "talk"]')]
  expect([await slow(), await other()].map((text) => text?.includes('event: welcome'))).toEqual([true, true])
  const started = process.cpuUsage()
  for (let edit = 0; edit < 10; edit++) await mutate(lake, {createOrReplace: {_id: 'a', _type: 'talk', edit}})
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
  expect([await slow(), await slow()]).toEqual([expect.stringMatching(stopped), undefined])
  expect(await other()).toContain('event: mutation')
})

test('many whose filters take long hold an edit up no longer than a few, and no usual one is ended for them', async () => {
  const strangers = Array.from({length: 100}, (_, at) => `*[_type == "talk" && n != ${at} && ${costly}]`)
  const slow = await Promise.all(strangers.map(listen))
  const usual = await listen('*[_type == "talk" && string::startsWith(title, "개") && title match "개발*"]')
  expect(await Promise.all([usual, ...slow].map(async (next) => (await next())?.includes('event: welcome')))).toEqual(
    Array.from({length: 101}, () => true),
  )
  const started = process.cpuUsage()
  await mutate(lake, {createOrReplace: {_id: 'a', _type: 'talk', title: '개발'}})
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2)
  const ends = await Promise.all(slow.map((next) => next()))
  expect(ends.filter((text) => text?.includes('event: channelError')).length).toBe(100)
  expect(await usual()).toContain('event: mutation')
})

test('a filter is read once, and not for each edit, however many there are', async () => {
  const filters = Array.from({length: 600}, (_, at) => `*[_type == "talk" && n in [${at + 5}${',a'.repeat(200)}]]`)
  const listeners = await Promise.all(filters.map(listen))
  await Promise.all(listeners.map((next) => next()))
  const started = process.cpuUsage()
  for (let n = 0; n < 12; n++) await mutate(lake, {create: {_id: `talk-${n}`, _type: 'talk', n}})
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2)
  expect(await listeners[0]?.()).toContain('"documentId":"talk-5"')
})

test('a filter of more than 16,384 characters is refused', async () => {
  const next = await listen(`*[_type == "talk" && n in [1${',a'.repeat(9_000)}]]`)
  const message = 'The filter of a listener is longer than 16384 characters'
  const error = {type: 'queryExecutionError', description: message}
  const event = `event: channelError\ndata: ${JSON.stringify({message, error})}\n\n`
  expect([await next(), await next()]).toEqual([event, undefined])
})

test.each([
  [60_000, 'welcomeback'],
  [-1, 'reset'],
])('given %d ms to look at what it missed, a listener is told %s', async (longestReplay, event) => {
  const dataset = openTestStore().dataset('production')
  const hub = createListenerHub(dataset, {longestReplay})
  onTestFinished(() => hub.close())
  const first = async (lastEventId: string | null): Promise<string> => {
    const stream = hub.listen({
      query: '*',
      params: {},
      audience: 'everything',
      identity: 'anybody',
      mayStay: () => true,
      format: {includeResult: true, includePreviousRevision: false, includeMutations: true, includeEffects: false},
      enableResume: true,
      lastEventId,
    })
    const {value} = await stream.getReader().read()
    return Buffer.from(value ?? '').toString()
  }
  const id = /^id: (.+)$/m.exec(await first(null))?.[1] ?? ''
  dataset.commit([{create: {_id: 'a', _type: 'talk'}}], {identity: {id: 'pEditor', role: 'editor'}})
  const text = await first(id)
  expect([text.includes(`event: ${event}\n`), text.includes('event: mutation\n')]).toEqual([
    true,
    event === 'welcomeback',
  ])
})
