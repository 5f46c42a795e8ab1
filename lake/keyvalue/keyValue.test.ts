import {expect, test} from 'vitest'
import {createTestLake} from '../fixtures/createTestLake.ts'

test('settings belong to a user and are there after a restart', async () => {
  const first = createTestLake()
  const cookie = first.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const body = JSON.stringify([
    {key: 'studio.layout', value: {view: 'compact'}},
    {key: '최근 검색', value: ['개발']},
  ])
  expect(await first.json('/v1/users/me/keyvalue', {method: 'PUT', headers: {cookie}, body})).toEqual([
    {key: 'studio.layout', value: {view: 'compact'}, updatedAt: '2026-11-22T09:00:00.000Z'},
    {key: '최근 검색', value: ['개발'], updatedAt: '2026-11-22T09:00:00.000Z'},
  ])
  await first.close()

  const second = createTestLake({dataDir: first.dataDir})
  const path = `/v1/users/me/keyvalue/${encodeURIComponent('최근 검색')},missing,studio.layout`
  expect(await second.json(path, {headers: {cookie}})).toEqual([
    {key: '최근 검색', value: ['개발']},
    {key: 'studio.layout', value: {view: 'compact'}},
  ])
  expect(await second.json(path, {headers: second.asAdministrator})).toEqual([])
  await second.dispose()
})

test.each(['{}', '[1]', '[{"key":1}]', 'not JSON'])('the body %s is refused', async (body) => {
  const lake = createTestLake()
  const response = await lake.ask('/v1/users/me/keyvalue', {method: 'PUT', headers: lake.asAdministrator, body})
  expect(response.status).toBe(400)
  await lake.dispose()
})

test('the settings of a user have an end, and those of another are none of them', async () => {
  const lake = createTestLake()
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const put = async (key: string, length: number, headers: Record<string, string>) => {
    const body = JSON.stringify([
      {key: 'last', value: key},
      {key, value: 'x'.repeat(length)},
    ])
    return (await lake.ask('/v1/users/me/keyvalue', {method: 'PUT', headers, body})).status
  }
  const million = 1_000_000
  const answers = []
  for (const key of ['a', 'b', 'c', 'd', 'e', 'd']) answers.push(await put(key, million, {cookie}))
  expect(answers).toEqual([200, 200, 200, 200, 413, 200])
  expect(await put('a', million, lake.asAdministrator)).toBe(200)
  expect(await lake.json('/v1/users/me/keyvalue/last,e', {headers: {cookie}})).toEqual([{key: 'last', value: 'd'}])
  expect(await put('d', 1, {cookie})).toBe(200)
  expect(await put('e', million / 2, {cookie})).toBe(200)
  await lake.dispose()
})
