import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {createTestLake} from '../../fixtures/createTestLake.ts'
import {edgeDots} from './edgeDots.ts'

test('the same dots are left out as groq-js leaves out', () => {
  const sign = fc.constantFrom('.', '.', '.', 'a', '_', '7', ' ', '#', '가', '\n')
  fc.assert(
    fc.property(fc.string({unit: sign}), (text) => {
      expect(text.replace(edgeDots, '')).toBe(text.replace(/(\b\.+|\.+\b)/g, ''))
    }),
    {numRuns: 2_000},
  )
})

test('a row of dots holds nobody up, in a text and in a pattern', async () => {
  const lake = createTestLake()
  const dots = '.'.repeat(300_000)
  const ask = async (path: string, body: object) => {
    const init = {method: 'POST', headers: lake.asAdministrator, body: JSON.stringify(body)}
    const {result} = JSON.parse(await (await lake.ask(`/v1/data/${path}/production`, init)).text()) as {result: unknown}
    return result
  }
  const before = process.cpuUsage()
  await ask('mutate', {mutations: [{create: {_id: 'a', _type: 'talk', title: `개발 ${dots}`}}]})
  const query = `{
    "matched": *[title match $word]._id, "found": *[[@, _id] match text::query($word)]._id, "dots": *[title match $dots]._id,
    "scored": *[_type == "talk"] | score(title match $dots, boost(title match $word, 2)) {_id, _score},
    "selected": select($dots match $word => 1, $word match $dots => 2, 3), "listed": [$dots, "a"] match $dots
  }`
  expect(await ask('query', {query, params: {word: '개발', dots: `${dots} 개발`}})).toEqual({
    matched: ['a'],
    found: ['a'],
    dots: [],
    scored: [{_id: 'a', _score: 4}],
    selected: 1,
    listed: false,
  })
  const {user, system} = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(5)
  await lake.dispose()
})
