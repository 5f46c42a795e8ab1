import type {MutationEvent, SanityClient} from '@sanity/client'
import {filter, firstValueFrom, type Observable, shareReplay, takeWhile, toArray} from 'rxjs'
import {expect, onTestFinished, test} from 'vitest'
import {type FaultyFetch, faultyFetch} from '../fixtures/faultyFetch.ts'
import {serveTestLake} from '../fixtures/serveTestLake.ts'

const seeds = process.env['LECTERN_SEED'] === undefined ? [1, 2] : [Number(process.env['LECTERN_SEED'])]
const documents = ['a', 'b', 'c']
const rounds = 60

/** Numbers from 0 to 1, the same ones in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

interface Place {
  /** Its event streams come over the faulty network. */
  listening: SanityClient
  writing: SanityClient
  network: FaultyFetch
}

async function openPlace(seed: number): Promise<Place> {
  const {client: writing, close} = await serveTestLake()
  onTestFinished(close)
  const network = faultyFetch(fetch, seeded(seed))
  return {writing, network, listening: writing.withConfig({resolveFetch: () => network.fetch})}
}

/** Everything until the last one that is wanted, that one included. */
const collect = <T>(events: Observable<T>, isLast: (event: T) => boolean): Promise<T[]> =>
  firstValueFrom(
    events.pipe(
      takeWhile((event) => !isLast(event), true),
      toArray(),
    ),
  )

/** The first event of a kind, past or to come. */
const first = <T extends {type: string}>(events: Observable<T>, type: string): Promise<T> =>
  firstValueFrom(events.pipe(filter((event) => event.type === type)))

/** Transactions of three documents each, and several of them at once. */
async function storm(client: SanityClient): Promise<void> {
  for (let round = 0; round < rounds; round += 4) {
    const edits = [0, 1, 2, 3].map((n) =>
      documents
        .reduce((edit, _id) => edit.createOrReplace({_id, _type: 'note', n: round + n}), client.transaction())
        .commit(),
    )
    await Promise.all(edits)
  }
  await client.create({_id: 'end', _type: 'note'})
}

/** One connection, whoever looks at it. */
const listenTo = (client: SanityClient) =>
  client
    .listen('*[_type == "note"]', {}, {events: ['welcome', 'mutation', 'welcomeback', 'reset'], enableResume: true})
    .pipe(shareReplay())

/** The revisions through which the events led each document; a gap in them is an error. */
function revisionsOf(events: readonly MutationEvent[]): Record<string, string[]> {
  const chains: Record<string, string[]> = {}
  for (const {documentId, previousRev, resultRev = ''} of events) {
    const chain = (chains[documentId] ??= [])
    if (chain.at(-1) !== previousRev) throw new Error(`A gap before ${resultRev} of ${documentId}`)
    chain.push(resultRev)
  }
  return chains
}

test.each(seeds)(
  'a listener that resumes hears every change, in order (faults %d)',
  async (seed) => {
    const {listening, writing, network} = await openPlace(seed)
    const events = listenTo(listening)
    const heard = collect(events, (event) => event.type === 'mutation' && event.documentId === 'end')
    await first(events, 'welcome')
    await storm(writing)

    const all = await heard
    const mutations = all.filter((event) => event.type === 'mutation')
    const once = [...new Map(mutations.map((event) => [event.eventId, event])).values()]
    const chains = revisionsOf(once)
    expect(documents.map((id) => chains[id]?.length)).toEqual(documents.map(() => rounds))
    expect(all.map((event) => event.type).filter((type) => type === 'welcome' || type === 'reset')).toEqual(['welcome'])
    expect(new Set(network.faults)).toEqual(new Set(['doubled', 'lost', 'torn']))
    expect(all.filter((event) => event.type === 'welcomeback').length).toBeGreaterThan(5)
  },
  60_000,
)

test('a listener that missed too much is told to begin again, and then hears what follows', async () => {
  const {listening, writing, network} = await openPlace(1)
  const events = listenTo(listening)
  const heard = collect(events, (event) => event.type === 'mutation' && event.documentId === 'end')
  await first(events, 'welcome')
  network.break()
  for (let n = 0; n < 1_001; n += 77)
    await Promise.all(Array.from({length: 77}, () => writing.createOrReplace({_id: 'a', _type: 'note'})))
  network.repair()
  await first(events, 'reset')
  await writing.create({_id: 'end', _type: 'note'})
  const types = (await heard).map((event) => (event.type === 'mutation' ? event.documentId : event.type))
  expect([types[0], types.includes('reset'), types.includes('a'), types.at(-1)]).toEqual([
    'welcome',
    true,
    false,
    'end',
  ])
}, 120_000)

test.each(seeds)(
  'live events name every change, or say that one has to begin again (faults %d)',
  async (seed) => {
    const {listening, writing, network} = await openPlace(seed)
    const events = listening.live.events().pipe(shareReplay())
    const isLast = (tags: readonly string[]) => tags.includes('s1:t:end')
    const heard = collect(events, (event) => event.type === 'message' && isLast(event.tags))
    await first(events, 'welcome')
    const types = Array.from({length: rounds}, (_, n) => `kind${n}`)
    for (const _type of types) await writing.create({_type})
    await writing.create({_type: 'end'})

    const all = await heard
    const tags = new Set(all.flatMap((event) => (event.type === 'message' ? event.tags : [])))
    expect(types.filter((type) => !tags.has(`s1:t:${type}`))).toEqual([])
    expect(all.some((event) => event.type === 'restart')).toBe(false)
    expect(new Set(network.faults)).toEqual(new Set(['doubled', 'lost', 'torn']))
  },
  60_000,
)
