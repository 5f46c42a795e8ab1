import {expect, test} from 'vitest'
import type {Dataset, Identity} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {arraySource} from '../query/fixtures/arraySource.ts'
import type {LakeContext} from './endpoint.ts'
import {queryEndpoints} from './query.ts'
import {serializeResult} from './queryAnswers.ts'

const stamps = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
const documents: LakeDocument[] = [
  {_id: 'a', _type: 'talk', title: '가', ...stamps},
  {_id: 'drafts.a', _type: 'talk', title: '나', ...stamps},
]
const administrator: Identity = {id: 'pLocal', role: 'administrator'}
const anonymous: Identity = {id: 'anonymous', role: 'anonymous'}

interface Call {
  options?: Record<string, string>
  body?: unknown
  apiVersion?: string
  identity?: Identity
  source?: Dataset['source']
}

async function ask({
  options = {},
  body,
  apiVersion = '2025-02-19',
  identity = administrator,
  source,
}: Call): Promise<unknown> {
  const url = new URL(`http://localhost/v${apiVersion}/data/query/production?${new URLSearchParams(options)}`)
  const method = body === undefined ? 'GET' : 'POST'
  const endpoint = queryEndpoints.find((row) => row.method === method)
  const dataset = {name: 'production', source: source ?? arraySource(documents), catchUp: () => undefined}
  const context = {projectId: 'lectern', defaultDataset: 'production', clock: () => new Date(0), dataset: () => dataset}
  const request = new Request(url, body === undefined ? {} : {method, body: JSON.stringify(body)})
  try {
    const answer = await endpoint?.handle({
      request,
      url,
      from: {},
      params: {ds: 'production'},
      apiVersion,
      mayStay: () => true,
      identity,
      context: context as unknown as LakeContext,
    })
    return {...(await answer?.json()), ms: 0}
  } catch (error) {
    return error instanceof LakeError ? {status: error.status, message: error.message} : error
  }
}

const titles = '*[_type == $type].title'

test('GET with parameters as JSON', async () => {
  const options = {query: titles, $type: '"talk"', perspective: 'drafts'}
  expect(await ask({options})).toEqual({query: titles, result: ['나'], ms: 0, syncTags: ['s1:t:talk']})
  expect(await ask({options: {...options, returnQuery: 'false'}})).toEqual({
    result: ['나'],
    ms: 0,
    syncTags: ['s1:t:talk'],
  })
})

test('POST with the parameters in the body', async () => {
  const body = {query: titles, params: {type: 'talk'}}
  const options = {perspective: 'published', returnQuery: 'false'}
  expect(await ask({options, body})).toEqual({result: ['가'], ms: 0, syncTags: ['s1:t:talk']})
})

test.each([
  ['1', administrator, undefined, ['가', '나']],
  ['2021-06-07', administrator, undefined, ['가', '나']],
  ['2025-02-19', administrator, undefined, ['가']],
  ['X', administrator, undefined, ['가']],
  ['2025-02-19', administrator, 'raw', ['가', '나']],
  ['2025-02-19', administrator, 'thereIsNoSuchRelease', ['가']],
  ['1', anonymous, 'raw', ['가']],
  ['1', anonymous, 'drafts', ['가']],
])('API version %s for %o with perspective %s', async (apiVersion, identity, perspective, result) => {
  const options = {query: '*.title', ...(perspective ? {perspective} : {}), returnQuery: 'false'}
  expect(await ask({options, apiVersion, identity})).toEqual({result, ms: 0, syncTags: ['s1:*']})
})

test.each([
  [{options: {}}, 400, 'The parameter "query" is missing'],
  [{options: {query: '*', $a: '{'}}, 400, 'The parameter $a is not JSON: {'],
  [{options: {query: '*', perspective: 'a b'}}, 400, 'Invalid perspective: "a b"'],
  [{options: {query: '*', perspective: 'drafts,raw'}}, 400, 'The perspective "raw" cannot be part of a stack'],
  [
    {options: {query: '*', perspective: 'summer,drafts'}, apiVersion: '2025-02-18'},
    400,
    'Complex perspectives are not supported for this version',
  ],
  [{options: {query: '1', returnQuery: 'no'}}, 400, 'The parameter "returnQuery" must be true or false, not "no"'],
  [
    {options: {query: '1', resultSourceMap: 'keys'}},
    400,
    'The parameter "resultSourceMap" must be true, false or withKeyArraySelector, not "keys"',
  ],
  [{body: {query: 1}}, 400, '"query" must be a string'],
  [{body: {query: '*', params: []}}, 400, '"params" must be an object'],
])('%o is refused', async (call, status, message) => {
  expect(await ask(call)).toEqual({status, message})
})

test('an answer is kept until something changes, and never when it depends on the time', async () => {
  let scans = 0
  const inner = arraySource(documents)
  const source = {
    ...inner,
    revision: 1,
    candidates: (...args: Parameters<typeof inner.candidates>) => ((scans += 1), inner.candidates(...args)),
    rows: (type?: string) => ((scans += 1), inner.rows?.(type)),
  }
  const run = (query: string): Promise<unknown> => ask({options: {query, perspective: 'published'}, source})
  await run('*._id')
  await run('*._id')
  expect(scans).toBe(1)
  source.revision = 2
  await run('*._id')
  expect(scans).toBe(2)
  await run('count(*[_createdAt < now()])')
  await run('count(*[_createdAt < now()])')
  expect(scans).toBe(4)
})

test('a result that names the same document without end is refused before it is written', () => {
  const document = {text: 'x'.repeat(1000)}
  const rows = Array.from({length: 1000}, () => Array.from({length: 1000}, () => document))
  expect(() => serializeResult(rows, 1_000_000)).toThrow('The result is longer than 1000000 characters')
  expect(serializeResult({a: [1, null, '나']})).toBe('{"a":[1,null,"나"]}')
})

test('parameters that are nested too deeply are refused', async () => {
  const deep = `${'['.repeat(500)}${']'.repeat(500)}`
  const message = (name: string): unknown => ({status: 400, message: `${name} is nested deeper than 200 levels`})
  expect(await ask({options: {query: '$a', $a: deep}})).toEqual(message('The parameter $a'))
  expect(await ask({body: {query: '$a', params: {a: JSON.parse(deep) as unknown}}})).toEqual(message('"params"'))
})
