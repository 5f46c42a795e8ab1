import {afterAll, beforeAll, expect, test} from 'vitest'
import {createLake, type Lake} from '../lake/createLake.ts'
import {type RunningLake, startLake} from './support/startLake.ts'
import {createDataDir} from './support/startLectern.ts'

const MUTATE = '/v2025-02-19/data/mutate/production'
/** No single request may hold the lake up for longer, in milliseconds; the limit of a query is five seconds. */
const BOUND = 15_000

let lake: RunningLake
let remove: () => void

beforeAll(async () => {
  const folder = createDataDir()
  remove = folder.remove
  lake = await startLake({dataDir: folder.dataDir})
  const documents = Array.from({length: 3000}, (_, index) => ({
    create: {
      _id: `talk-${index}`,
      _type: 'talk',
      title: `Talk ${index}`,
      next: {_type: 'reference', _ref: `talk-${index}`},
    },
  }))
  await lake.client().mutate(documents, {returnDocuments: false})
})

afterAll(async () => {
  const code = await lake.stop()
  if (code !== 0) throw new Error(`The lake ended with code ${code}`)
  remove()
})

/** An answer that is no result says in words why. */
function describesItself(status: number, body: unknown): boolean {
  if (status === 200) return true
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  return typeof error === 'object' && error !== null && 'description' in error && typeof error.description === 'string'
}

const mutate = (mutations: unknown[]): Promise<Response> =>
  lake.request(MUTATE, {method: 'POST', body: JSON.stringify({mutations})})

async function query(text: string): Promise<{status: number; body: unknown; milliseconds: number}> {
  const started = performance.now()
  const path = '/v2025-02-19/data/query/production'
  const answer = await lake.request(path, {method: 'POST', body: JSON.stringify({query: text})})
  const body: unknown = await answer.json()
  return {status: answer.status, body, milliseconds: performance.now() - started}
}

const count = (id: string): Promise<number> => lake.client().fetch('count(*[_id == $id])', {id})

async function expectAlive(): Promise<void> {
  expect(await count('talk-7')).toBe(1)
}

test('a string of 1 MB and an array of 10,000 elements come back as they were, edited inside', async () => {
  const text = '가나다 abc '.repeat(100_000)
  const items = Array.from({length: 10_000}, (_, index) => ({_key: `k${index}`, _type: 'item', index}))
  expect((await mutate([{create: {_id: 'large', _type: 'page', text, items}}])).status).toBe(200)
  const patch = {
    id: 'large',
    set: {'items[_key=="k9999"].index': -1},
    insert: {after: 'items[-1]', items: [{_key: 'new'}]},
  }
  expect((await mutate([{patch}])).status).toBe(200)
  const document = await lake.client().fetch('*[_id == "large"][0]{text, items}')
  expect(document).toEqual({text, items: [...items.slice(0, -1), {...items.at(-1), index: -1}, {_key: 'new'}]})
  await expectAlive()
})

test('a document of 32 MB is stored whole or refused by name, and the lake lives on', async () => {
  const parts = Array.from({length: 31}, () => '내용 content '.repeat(60_000))
  const answer = await mutate([{create: {_id: 'huge', _type: 'page', parts}}])
  expect(answer.status).toBe(200)
  expect(await lake.client().fetch('length(*[_id == "huge"][0].parts[30])')).toBe(parts[30]?.length)
  const tooLarge = Array.from({length: 200}, () => '내용 content '.repeat(60_000))
  const refused = await mutate([{create: {_id: 'too-large', _type: 'page', parts: tooLarge}}])
  expect([refused.status, (await refused.json())['error']]).toEqual([413, 'Payload Too Large'])
  await mutate([{delete: {id: 'huge'}}])
  await expectAlive()
})

test('documents that are too long together are refused by name, as they are and as they were, and the lake lives on', async () => {
  const ids = ['long-1', 'long-2', 'long-3']
  for (const _id of ids) {
    expect((await mutate([{create: {_id, _type: 'page', text: 'x'.repeat(24_000_000)}}])).status).toBe(200)
  }
  const paths = ['data/doc/production', 'data/history/production/documents']
  for (const path of paths) {
    const answer = await lake.request(`/v2025-02-19/${path}/${ids.join()}`)
    expect([answer.status, await answer.json()]).toEqual([
      413,
      {
        statusCode: 413,
        error: 'Payload Too Large',
        message: 'The documents are longer than 67108864 characters: ask for fewer at once',
      },
    ])
  }
  await mutate(ids.map((id) => ({delete: {id}})))
  await expectAlive()
})

test('content nested 10,000 levels deep is refused with its reason', async () => {
  const body = `{"mutations":[{"create":{"_type":"page","deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]}`
  const answer = await lake.request(MUTATE, {method: 'POST', body})
  expect(answer.status).toBe(400)
  const description = 'The content is nested deeper than 200 levels'
  expect(await answer.json()).toEqual({
    error: {
      type: 'mutationError',
      description: `The mutation(s) failed: ${description}`,
      items: [{index: 0, error: {type: 'validationError', description}}],
    },
  })
  await expectAlive()
})

test('many small and broken bodies: a named error each, never a fault', async () => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '{"mutations":{}}',
    '{"mutations":[{}]}',
    '{"mutations":[{"create":{}}]}',
    '\u0000',
  ]
  for (const body of bodies) {
    const answer = await lake.request(MUTATE, {method: 'POST', body})
    expect([body, answer.status]).toEqual([body, 400])
  }
})

/** Queries that would take minutes or gigabytes: each ends with an answer or a named error in bounded time. */
test.each([
  ['a join of everything with everything', '*{"all": *{"all": *{title}}}'],
  ['a cube of counts', 'count(*[count(*[title == ^.title && count(*[title == ^.^.title]) > 0]) > 2])'],
  [
    'thousands of joins',
    `*{${Array.from({length: 400}, (_, index) => `"a${index}": next->next->next->title`).join(', ')}}`,
  ],
  ['a huge slice', '*[0...999999999]{title}'],
  ['a huge range', '*[0..9007199254740991]._id'],
  ['deep parentheses', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
  ['deep negation', `${'!'.repeat(20_000)}true`],
  [
    'a long chain of conditions',
    `count(*[${Array.from({length: 2_000}, (_, index) => `title == "x${index}"`).join(' || ')}])`,
  ],
  ['growing strings', `*[_id == "talk-1"]{"a": ${'title + '.repeat(5_000)}title}`],
  ['patterns that backtrack', `*[title match "${'*a'.repeat(200)}b"]`],
  [
    'nested text search',
    '*[title match text::query("Talk -1 -2 -3")]{"also": *[title match text::query(^.title)]._id}',
  ],
  ['sorting by a join', '*|order(next->next->title desc, count(*[next._ref == ^._id]) desc)[0...10]'],
])(
  'hostile GROQ: %s',
  async (_, text) => {
    const {status, body, milliseconds} = await query(text)
    expect([200, 400, 413, 504]).toContain(status)
    expect(describesItself(status, body)).toBe(true)
    expect(milliseconds).toBeLessThan(BOUND)
    await expectAlive()
  },
  2 * BOUND,
)

test(
  'while a hostile query runs out, what was asked after it is answered',
  async () => {
    const [hostile, ...others] = await Promise.all([
      query('*{"all": *{"all": *{title}}}'),
      ...Array.from({length: 5}, () => count('talk-1')),
    ])
    expect([200, 400, 413, 504]).toContain(hostile.status)
    expect(others).toEqual([1, 1, 1, 1, 1])
  },
  2 * BOUND,
)

test('a clock that goes backwards changes neither the order of the history nor what listeners resume from', async () => {
  const folder = createDataDir()
  const times = ['2030-01-01T00:00:00Z', '2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z'].map((time) => new Date(time))
  let now = 0
  const backwards: Lake = createLake({
    dataDir: folder.dataDir,
    projectId: 'lectern',
    dataset: 'production',
    clock: () => times[Math.min(now, times.length - 1)] ?? new Date(0),
  })
  const send = async (path: string, body?: unknown): Promise<Response> =>
    backwards.fetch(
      new Request(`http://localhost:3333${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {host: 'localhost:3333', authorization: `Bearer ${backwards.token}`},
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      }),
    )
  await send(MUTATE, {mutations: [{create: {_id: 'a', _type: 'talk', count: 1}}], transactionId: 'first'})
  now = 1
  await send(MUTATE, {mutations: [{patch: {id: 'a', inc: {count: 1}}}], transactionId: 'second'})
  now = 2
  await send(MUTATE, {mutations: [{patch: {id: 'a', inc: {count: 1}}}], transactionId: 'third'})
  const history = await send('/v2025-02-19/data/history/production/transactions/a?excludeContent=true')
  const lines = (await history.text()).split('\n').filter((line) => line !== '')
  expect(lines.map((line): unknown => JSON.parse(line)['id'])).toEqual(['first', 'second', 'third'])
  const answer = await send(
    `/v2025-02-19/data/query/production?query=${encodeURIComponent('*[_id == "a"]{count, _rev}')}`,
  )
  expect((await answer.json())['result']).toEqual([{count: 3, _rev: 'third'}])
  await backwards.close()
  folder.remove()
})
