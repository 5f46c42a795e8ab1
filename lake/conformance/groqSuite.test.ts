import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {serveTestLake} from '../fixtures/serveTestLake.ts'
import {loadGroqSuite, type SuiteCase} from './loadGroqSuite.ts'

const folder = process.env['GROQ_TEST_SUITE'] ?? ''
const isThere = folder !== '' && existsSync(join(folder, 'test'))
const now = new Date('2024-06-01T00:00:00Z')

/** Plain groq-js evaluates a nested subquery once per document of the outer one: ten levels deep it does not end. */
function neverEnds(query: string): boolean {
  return query.split('*[').length > 8
}

async function plainAnswer({query, params, documents}: SuiteCase): Promise<unknown> {
  if (neverEnds(query)) throw new Error('skipped')
  const dataset = documents.toSorted((a, b) => (String(a['_id']) < String(b['_id']) ? -1 : 1))
  const tree = parse(query, {params})
  return (await evaluate(tree, {dataset, params, timestamp: now})).get()
}

/** Asks a lake over HTTP. Each set of documents becomes a dataset of its own. */
function askingLake(client: SanityClient): (found: SuiteCase) => Promise<unknown> {
  const datasets = new Map<string, Promise<SanityClient>>()
  async function fill(name: string, documents: SuiteCase['documents']): Promise<SanityClient> {
    await client.datasets.create(name, {aclMode: 'public'})
    const filled = client.withConfig({dataset: name})
    await filled.mutate(documents.map((document) => ({createOrReplace: document as {_id: string; _type: string}})))
    return filled
  }
  return async ({query, params, documents}) => {
    const key = JSON.stringify(documents)
    const dataset = datasets.get(key) ?? fill(`suite-${datasets.size}`, documents)
    datasets.set(key, dataset)
    return (await dataset).fetch<unknown>(query, params, {perspective: 'raw'})
  }
}

/** What a lake sets of every document. */
const systemFields = ['_rev', '_createdAt', '_updatedAt', '_system']

/** What the suite compares: scores by their rank, the highest first, everything else as JSON, without what the lake adds. */
function comparable(value: unknown): unknown {
  const scores = new Set<number>()
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null), (key, inner: unknown) => {
    if (key === '_score' && typeof inner === 'number') scores.add(inner)
    return systemFields.includes(key) ? undefined : inner
  })
  const ranks = [...scores].sort((a, b) => b - a)
  return JSON.parse(JSON.stringify(plain), (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || !('_score' in inner) || typeof inner._score !== 'number')
      return inner
    const {_score, ...rest} = inner
    return {...rest, _pos: ranks.indexOf(_score) + 1}
  })
}

async function outcome(found: SuiteCase, answer: (found: SuiteCase) => Promise<unknown>): Promise<unknown> {
  try {
    const actual = comparable(await answer(found))
    return found.expected && isSame(actual, comparable(found.expected.result)) ? 'passes' : {actual}
  } catch (error) {
    return found.expected ? {error: String(error)} : 'passes'
  }
}

function isSame(left: unknown, right: unknown): boolean {
  try {
    expect(left).toEqual(right)
    return true
  } catch {
    return false
  }
}

if (!isThere) console.info('GROQ test suite skipped: set GROQ_TEST_SUITE to a checkout of sanity-io/groq-test-suite')

test.skipIf(!isThere)(
  'no test of the GROQ test suite that plain groq-js passes fails here',
  async () => {
    const served = await serveTestLake({clock: () => now})
    const ourAnswer = askingLake(served.client)
    const failures: unknown[] = []
    let plainPasses = 0
    let ourPasses = 0
    for (const found of loadGroqSuite(folder)) {
      const [plain, ours] = [await outcome(found, plainAnswer), await outcome(found, ourAnswer)]
      if (plain === 'passes') plainPasses += 1
      if (ours === 'passes') ourPasses += 1
      else if (plain === 'passes')
        failures.push({file: found.file, name: found.name, query: found.query, expected: found.expected, ours})
    }
    await served.close()
    console.info(`GROQ test suite: plain groq-js passes ${plainPasses}, the lake ${ourPasses}`)
    expect(failures).toEqual([])
    expect(ourPasses).toBeGreaterThan(0)
  },
  300_000,
)
