import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {createTestLake} from '../fixtures/createTestLake.ts'
import {jsonShape} from './jsonShape.ts'

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

const brackets = fc.string({unit: fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', 'a', '\n')})
const {value} = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 6},
    brackets,
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(brackets, tie('value'), {maxKeys: 3}),
  ),
}))

function containersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Object.values(value).reduce<number>((sum, member) => sum + containersIn(member), 0)
}

function commasIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const members = Object.values(value)
  return members.reduce<number>((sum, member) => sum + commasIn(member), Math.max(0, members.length - 1))
}

test('the shape of a JSON text is that of its value, whatever stands in its strings', () => {
  fc.assert(
    fc.property(value, fc.boolean(), (one, isSpaced) => {
      const shape = jsonShape(JSON.stringify(one, null, isSpaced ? 2 : 0), {depth: 100, containers: 1e6, commas: 1e6})
      expect(shape).toEqual({depth: depthOf(one), containers: containersIn(one), commas: commasIn(one)})
    }),
  )
})

test.each([['['], ['{"a":'], [' [ "]\\"" , ']])(
  'a body that opens %s for megabytes is refused before it fills the memory',
  async (step) => {
    const lake = createTestLake()
    const body = step.repeat((8 * 1024 * 1024) / step.length)
    const before = process.resourceUsage().maxRSS
    const answer = await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
    expect([answer.status, await answer.json()]).toEqual([
      400,
      {statusCode: 400, error: 'Bad Request', message: 'The request body is nested deeper than 256 levels'},
    ])
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024)
    await lake.dispose()
  },
)

test.each([['{},'], ['[],'], ['{"a":{}},']])(
  'a body with %s millions of times is refused before it fills the memory',
  async (item) => {
    const lake = createTestLake()
    const body = `{"mutations":[${item.repeat(5_000_001)}1]}`
    const before = process.resourceUsage().maxRSS
    const answer = await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
    expect([answer.status, await answer.json()]).toEqual([
      400,
      {statusCode: 400, error: 'Bad Request', message: 'The request body has more than 5000000 arrays and objects'},
    ])
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024)
    await lake.dispose()
  },
)

test('a body of more items than others can wait for is refused before it is read', async () => {
  const lake = createTestLake()
  const body = `{"mutations":[{"create":{"_type":"note","list":[${'1,'.repeat(10_000_000)}1]}},{}]}`
  const answer = await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
  expect([answer.status, await answer.json()]).toEqual([
    400,
    {statusCode: 400, error: 'Bad Request', message: 'The request body has more than 10000000 items and attributes'},
  ])
  await lake.dispose()
})

test('a large body of the depth that documents may have is taken', async () => {
  const lake = createTestLake()
  const deep = (levels: number): unknown => (levels === 0 ? 'x'.repeat(2_000_000) : [{deep: deep(levels - 1)}])
  const body = JSON.stringify({mutations: [{create: {_id: 'deep', _type: 'note', deep: deep(95)}}]})
  const answer = await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
  expect(answer.status).toBe(200)
  await lake.dispose()
})
