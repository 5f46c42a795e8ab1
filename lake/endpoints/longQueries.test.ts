import {afterAll, beforeAll, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {mutate, post} from './fixtures/writeRequests.ts'

let lake: TestLake
beforeAll(async () => {
  lake = createTestLake()
  await mutate(
    lake,
    {create: {_id: 'author', _type: 'author'}},
    {create: {_id: 'a', _type: 'talk', title: 'word7', n: 7, done: true, author: {_ref: 'author'}}},
    {create: {_id: 'b', _type: 'talk', title: 'other', n: -1, done: false}},
  )
})
afterAll(() => lake.dispose())

const words = Array.from({length: 40_000}, (_, index) => `word${index}`)
const values = [...words, 7, true, ...Array.from({length: 600}, () => false)]

async function ask(query: string, params: {[name: string]: JsonValue} = {}): Promise<JsonValue> {
  const {status, body} = await post(lake, '/data/query/production?perspective=raw&returnQuery=false', {query, params})
  return status === 200 ? ((body as {result?: JsonValue}).result ?? null) : body
}

test.each([
  ['title in $values', ['a']],
  ['n in $values', ['a']],
  ['done in $values', ['a', 'b']],
  ['_type in $types', ['a', 'b']],
  ['references($ids)', ['a']],
  ['_id in $ids', ['author']],
  ['title match $words', []],
])('forty thousand values: %s', async (filter, expected) => {
  const lists: {[name: string]: JsonValue} = {values, words, types: ['talk', ...words], ids: [...words, 'author']}
  const used = Object.entries(lists).filter(([name]) => filter.includes(`$${name}`))
  expect(await ask(`*[${filter}]._id`, Object.fromEntries(used))).toEqual(expected)
})

const chain = (operator: string, count: number, part: (word: string) => string): string =>
  words
    .slice(0, count)
    .map((word) => part(word))
    .join(operator)

test.each([
  ['values', chain(' || ', 700, (word) => `title == "${word}"`), ['a']],
  ['texts', chain(' || ', 600, (word) => `title match "${word}"`), ['a']],
  ['references', `${chain(' || ', 700, (word) => `references("${word}")`)} || references("author")`, ['a']],
  ['ids', `${chain(' || ', 700, (word) => `string::startsWith(_id, "${word}")`)} || _id == "b"`, ['b']],
  ['paths', `${chain(' || ', 600, (word) => `_id in path("${word}.**")`)} || _id in path("a")`, ['a']],
  ['all of many', chain(' && ', 700, (word) => `title != "x${word}"`), ['a', 'author', 'b']],
  ['all of many texts', chain(' && ', 600, () => `title match "word7"`), ['a']],
  ['all of many values', chain(' && ', 700, () => `title == "word7"`), ['a']],
])('a long chain of %s', async (_name, filter, expected) => {
  expect(await ask(`*[${filter}]._id`)).toEqual(expected)
})
