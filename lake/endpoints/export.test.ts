import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake

beforeEach(() => {
  lake = createTestLake()
})
afterEach(() => lake.dispose())

async function create(documents: {_id: string; _type: string; text?: string}[]): Promise<void> {
  const response = await lake.ask('/v1/data/mutate/production', {
    method: 'POST',
    headers: {...lake.asAdministrator, 'content-type': 'application/json'},
    body: JSON.stringify({mutations: documents.map((document) => ({create: document}))}),
  })
  expect(response.status).toBe(200)
}

test('the export is all documents as lines, in pages when a cursor is given', async () => {
  await create(['a', 'b', 'drafts.a'].map((_id) => ({_id, _type: 'talk'})))
  const idsOf = async (path: string, headers: Record<string, string>) => {
    const text = await (await lake.ask(`/v1/data/export/production${path}`, {headers})).text()
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as {_id: string})._id)
  }
  expect(await idsOf('', lake.asAdministrator)).toEqual(['a', 'b', 'drafts.a'])
  expect(await idsOf('?types=talk&nextCursor=', lake.asAdministrator)).toEqual(['a', 'b', 'drafts.a'])
  expect(await idsOf('', {})).toEqual(['a', 'b'])
})

test('the last page of an export costs no more than the first', async () => {
  const count = 12_000
  const ids = Array.from({length: count}, (_, at) => `d${String(at).padStart(5, '0')}`)
  const text = 'x'.repeat(500)
  for (let at = 0; at < count; at += 1_000) {
    await create(ids.slice(at, at + 1_000).map((_id, n) => ({_id, _type: `t${n % 3}`, text})))
  }
  const ask = async (cursor: string, types = ''): Promise<string> => {
    const path = `/v1/data/export/production?${types}nextCursor=${cursor}`
    return (await lake.ask(path, {headers: lake.asAdministrator})).text()
  }
  const page = async (cursor: string, types = ''): Promise<{_id?: string; nextCursor?: string}[]> =>
    (await ask(cursor, types))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object)
  const found: (string | undefined)[] = []
  const cursors = ['']
  for (const cursor of cursors) {
    const lines = await page(cursor)
    found.push(...lines.map(({_id}) => _id).filter(Boolean))
    const {nextCursor} = lines.at(-1) ?? {}
    if (nextCursor !== undefined) cursors.push(nextCursor)
  }
  expect(found).toEqual(ids)
  const first = await cheapest(() => ask(''))
  const last = await cheapest(() => ask(cursors.at(-2) ?? ''))
  expect(last / first).toBeLessThan(2)
  const others = await page(Buffer.from('d11900').toString('base64url'), 'types=t0,t2&')
  expect(others.map(({_id}) => _id)).toEqual(ids.slice(11_901).filter((_, at) => (at + 901) % 3 !== 1))
})

/** Milliseconds of the CPU, the least of some times. */
async function cheapest(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let times = 0; times < 5; times += 1) {
    const before = process.cpuUsage()
    await work()
    const {user, system} = process.cpuUsage(before)
    costs.push((user + system) / 1000)
  }
  return Math.min(...costs)
}
