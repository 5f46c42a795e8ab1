import {expect, onTestFinished, test} from 'vitest'
import {randomNumbers} from '../bench/data/randomNumbers.ts'
import {readEvents, type ReadEvent} from './support/eventReader.ts'
import {newDataDir} from './support/newDataDir.ts'
import {type RunningLake, startLake} from './support/startLake.ts'

/** LECTERN_CRASHES=200 is the long run; the seed is printed when something is wrong. */
const CRASHES = Number(process.env['LECTERN_CRASHES'] ?? 15)
const SEED = Number(process.env['LECTERN_SEED'] ?? 1)
const WRITERS = 6
const MUTATE = '/v2025-02-19/data/mutate/production'
const LISTEN = `/v2025-02-19/data/listen/production?query=${encodeURIComponent('*[_type == "pair"]')}&enableResume=true`

/** What a writer knows: the last number it asked for, and the last one that was acknowledged. */
interface Writer {
  name: string
  asked: number
  acknowledged: number
}

const transactionId = ({name}: Writer, count: number): string => `${name}.${count}`

/**
 * Both documents of the pair in one transaction, with an id that tells whose and which it is. Two of three only set, and so are pending for a while; the
 * third settles them.
 */
function transactionOf(writer: Writer, count: number): string {
  const documents = ['left', 'right'].map((side) => {
    const id = `${writer.name}-${side}`
    const text = `${side} ${count} ${'글'.repeat(count % 500)}`
    return {patch: count % 3 === 0 ? {id, inc: {count: 1}, set: {text}} : {id, set: {count, text}}}
  })
  return JSON.stringify({mutations: documents, transactionId: transactionId(writer, count)})
}

/** Writes until the connection breaks; a transaction whose answer never came may or may not have happened. */
async function writeUntilKilled(lake: RunningLake, writer: Writer, onAcknowledged: () => void): Promise<void> {
  for (;;) {
    writer.asked = writer.acknowledged + 1
    let response: Response
    try {
      response = await lake.request(MUTATE, {method: 'POST', body: transactionOf(writer, writer.asked)})
      await response.text()
    } catch {
      return
    }
    if (!response.ok) throw new Error(`${transactionId(writer, writer.asked)} was answered with ${response.status}.`)
    writer.acknowledged = writer.asked
    onAcknowledged()
  }
}

async function createPairs(lake: RunningLake, writers: readonly Writer[]): Promise<void> {
  const documents = writers.flatMap(({name}) =>
    ['left', 'right'].map((side) => ({create: {_id: `${name}-${side}`, _type: 'pair', count: 0}})),
  )
  await lake.client().mutate(documents, {returnDocuments: false})
}

/** What must hold after every crash; brings the writers up to what really happened. */
async function checkPairs(lake: RunningLake, writers: readonly Writer[]): Promise<void> {
  const documents = await lake.client().getDocuments(writers.flatMap(({name}) => [`${name}-left`, `${name}-right`]))
  for (const [index, writer] of writers.entries()) {
    const [left, right] = documents.slice(index * 2, index * 2 + 2)
    const count = Number(left?.['count'])
    expect({writer: writer.name, right: right?.['count'], rev: right?._rev}, 'a transaction is whole').toEqual({
      writer: writer.name,
      right: count,
      rev: left?._rev,
    })
    expect(count, 'nothing acknowledged is lost').toBeGreaterThanOrEqual(writer.acknowledged)
    expect(count, 'nothing happened that nobody asked for').toBeLessThanOrEqual(writer.asked)
    writer.acknowledged = count
  }
}

/** The events of each document must follow on each other: every revision's predecessor is the event before. */
function checkChain(events: readonly ReadEvent[], writers: readonly Writer[]): void {
  const mutations = events.filter(({event}) => event === 'mutation')
  for (const writer of writers)
    for (const side of ['left', 'right']) {
      const own = mutations.filter(({data}) => data['documentId'] === `${writer.name}-${side}`)
      const revisions = own.map(({data}) => data['resultRev'])
      const expected = Array.from({length: writer.acknowledged}, (_, index) => transactionId(writer, index + 1))
      expect(
        revisions,
        `${writer.name}-${side}: a listener that resumes misses nothing and hears nothing twice`,
      ).toEqual(expected)
      expect(own.slice(1).map(({data}) => data['previousRev'])).toEqual(expected.slice(0, -1))
    }
}

async function checkHistory(lake: RunningLake, writers: readonly Writer[]): Promise<void> {
  for (const writer of writers) {
    const path = `/v2025-02-19/data/history/production/transactions/${writer.name}-left,${writer.name}-right?excludeContent=true&limit=10000`
    const lines = (await (await lake.request(path)).text()).split('\n').filter((line) => line !== '')
    const ids = lines.map((line): unknown => JSON.parse(line)['id'])
    const expected = Array.from({length: writer.acknowledged}, (_, index) => transactionId(writer, index + 1))
    expect(ids.slice(1), `the history of ${writer.name}`).toEqual(expected)
  }
}

test(
  `${CRASHES} kills under ${WRITERS} writers: nothing acknowledged is lost, nothing is half applied, listeners resume without a gap`,
  async () => {
    const dataDir = newDataDir()
    const random = randomNumbers(SEED)
    const writers = Array.from({length: WRITERS}, (_, index): Writer => ({
      name: `writer${index}`,
      asked: 0,
      acknowledged: 0,
    }))
    const heard: ReadEvent[] = []
    let lastEventId: string | undefined

    for (let crash = 0; crash < CRASHES; crash++) {
      const lake = await startLake({dataDir})
      onTestFinished(() => lake.kill())
      if (crash === 0) await createPairs(lake, writers)
      await checkPairs(lake, writers)
      const reader = readEvents(lake, LISTEN, lastEventId)
      const greeting = await reader.until(({event}) => event !== 'mutation')
      expect(greeting.event).toBe(crash === 0 ? 'welcome' : 'welcomeback')

      const wanted = 1 + Math.floor(random() * 60)
      const delay = random() * 3
      let acknowledged = 0
      let killed: Promise<void> | undefined
      const writing = writers.map((writer) =>
        writeUntilKilled(lake, writer, () => {
          if (++acknowledged !== wanted) return
          setTimeout(() => {
            killed = lake.kill()
          }, delay)
        }),
      )
      await Promise.all(writing)
      await killed
      reader.close()
      heard.push(...reader.events)
      lastEventId = heard.findLast(({id}) => id !== undefined)?.id
    }

    const lake = await startLake({dataDir})
    onTestFinished(() => lake.kill())
    await checkPairs(lake, writers)
    const reader = readEvents(lake, LISTEN, lastEventId)
    await lake.client().create({_id: 'the-end', _type: 'pair'})
    await reader.until(({data}) => data['documentId'] === 'the-end')
    reader.close()
    checkChain([...heard, ...reader.events], writers)
    await checkHistory(lake, writers)
    expect(lake.errors()).toBe('')
  },
  60_000 + CRASHES * 3_000,
)
