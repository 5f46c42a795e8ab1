import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {upload} from './fixtures/assetRequests.ts'
import {picture} from './fixtures/pictures.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

test('a lake that moved gives its assets the new address, once, and leaves those of others alone', async () => {
  const {dataDir} = lake
  const image = await upload(lake, 'images', await picture())
  const file = await upload(lake, 'files', 'a')
  const foreign = {
    ...image,
    _id: `${image._id}x`,
    url: 'https://cdn.sanity.io/images/other/production/a.png',
    path: 'images/other/production/a.png',
  }
  await lake.ask('/v1/data/mutate/production', {
    method: 'POST',
    headers: lake.asAdministrator,
    body: JSON.stringify({mutations: [{create: foreign}]}),
  })
  await lake.close()

  const moved = createTestLake({
    dataDir,
    ids: 'moved',
    origins: () => ['http://localhost:4444', 'http://127.0.0.1:4444'],
  })
  const urls = async (at: TestLake, origin: string) => {
    const path = `/v1/data/query/production?query=${encodeURIComponent('*[defined(url)] | order(_type, _id).url')}`
    const response = await at.fetch(new Request(origin + path, {headers: at.asAdministrator}))
    const {result}: {result: string[]} = await response.json()
    return result
  }
  expect(await moved.moveAssets('http://localhost:4444')).toBe(2)
  expect(await moved.moveAssets('http://localhost:4444')).toBe(0)
  const at = (origin: string) => [file, image].map(({path}) => `${origin}/${path}`)
  expect(await urls(moved, 'http://localhost:4444')).toEqual([...at('http://localhost:4444'), foreign.url])
  // Another of its own addresses is as good.
  expect(await moved.moveAssets('http://127.0.0.1:4444')).toBe(0)
  await moved.close()

  const publicOrigin = 'https://talks.example.org'
  lake = createTestLake({dataDir, ids: 'public', publicOrigin, origins: () => ['http://localhost:3333', publicOrigin]})
  expect(await lake.moveAssets('http://localhost:3333')).toBe(2)
  expect(await urls(lake, lake.origin)).toEqual([...at(publicOrigin), foreign.url])
  expect((await upload(lake, 'files', 'b')).url).toMatch(/^https:\/\/talks\.example\.org\/files\//)
})
