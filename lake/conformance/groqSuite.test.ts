import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import type {LakeDocument} from '../document.ts'
import {arraySource} from '../query/arraySource.ts'
import {evaluateQueryAsync} from '../query/evaluateQuery.ts'
import {rawPerspective} from '../query/perspective.ts'
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

async function ourAnswer({query, params, documents}: SuiteCase): Promise<unknown> {
  const {result} = await evaluateQueryAsync({
    query,
    params: params as Record<string, string>,
    perspective: rawPerspective,
    source: arraySource(documents as LakeDocument[]),
    identity: {id: 'me'},
    now,
    projectId: 'p',
    dataset: 'd',
    anonymous: false,
  })
  return result
}

/** What the suite compares: scores by their rank, everything else as JSON. */
function comparable(value: unknown): unknown {
  const scores = new Set<number>()
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null), (key, inner: unknown) => {
    if (key === '_score' && typeof inner === 'number') scores.add(inner)
    return inner
  })
  const ranks = [...scores].sort((a, b) => a - b)
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

test.skipIf(!isThere)('no test of the GROQ test suite that plain groq-js passes fails here', async () => {
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
  console.info(`GROQ test suite: plain groq-js passes ${plainPasses}, the lake ${ourPasses}`)
  expect(failures).toEqual([])
  expect(ourPasses).toBeGreaterThan(0)
})
