import {createClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

function create(ids: readonly string[]): Promise<Response> {
  const mutations = ids.map((_id) => ({create: {_id, _type: 'talk'}}))
  const body = JSON.stringify({mutations})
  return lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
}

const read = (ids: string, headers: Record<string, string>): Promise<JsonValue> =>
  lake.json(`/v2025-02-19/data/doc/production/${ids}?includeAllVersions=true&excludeContent=true`, {headers})

const talk = (_id: string): JsonValue => ({_id, _type: 'talk'})

test('with all versions, an id stands for its published document, its draft and its versions', async () => {
  await create(['a', 'drafts.a', 'versions.r1.a', 'versions.r2.a', 'versions.r1.b', 'ab', 'drafts.c', 'versions.a.d'])
  const missing = {id: 'x', reason: 'existence'}
  expect(await read('a,versions.r1.b,drafts.c,x', lake.asAdministrator)).toEqual({
    documents: ['a', 'drafts.a', 'versions.r1.a', 'versions.r2.a', 'versions.r1.b', 'drafts.c'].map(talk),
    omitted: [missing],
  })
  const client = createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useProjectHostname: false,
    useCdn: false,
    apiHost: lake.origin,
    token: lake.asAdministrator['authorization']?.slice('Bearer '.length) ?? '',
    resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
  })
  const all = await client.getDocument('a', {includeAllVersions: true})
  expect(all.map(({_id}) => _id)).toEqual(['a', 'drafts.a', 'versions.r1.a', 'versions.r2.a'])
})

test('strangers do not hear which drafts and versions there are', async () => {
  await create(['a', 'drafts.a', 'versions.r1.a', 'drafts.c'])
  expect(await read('a,c', {})).toEqual({documents: [talk('a')], omitted: [{id: 'c', reason: 'existence'}]})
})

test('the versions of some documents are found without looking at those of all others', async () => {
  const ids = Array.from({length: 4_000}, (_, at) => `d${at}`)
  await create([...ids, ...ids.map((id) => `versions.r1.${id}`)])
  const some = ids.slice(0, 100).join(',')
  const cost = async (path: string): Promise<number> => {
    const costs: number[] = []
    for (let times = 0; times < 4; times += 1) {
      const before = process.cpuUsage()
      await lake.json(`/v1/data/doc/production/${path}`, {headers: lake.asAdministrator})
      const {user, system} = process.cpuUsage(before)
      costs.push(user + system)
    }
    return Math.min(...costs)
  }
  const plain = await cost(some)
  expect((await cost(`${some}?includeAllVersions=true`)) / plain).toBeLessThan(40)
})
