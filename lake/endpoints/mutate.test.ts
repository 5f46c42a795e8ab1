import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {act, contentOf, mutate, post} from './fixtures/writeRequests.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

test('a range in a path that goes beyond any array is refused at once', async () => {
  const patches = [{unset: ['tags[0:999999999]']}, {set: {'tags[-999999999:].x': 1}}]
  const answers = await Promise.all(patches.map((patch) => mutate(lake, {patch: {id: 'talk-1', ...patch}})))
  const message = (path: string): string =>
    `Mutation 0: a range in "${path}" goes beyond 100000 items: leave that end open`
  expect(answers.map(({body}) => (body as {message?: string}).message)).toEqual([
    message('tags[0:999999999]'),
    message('tags[-999999999:].x'),
  ])
})

const pathsAre = `An attribute is written as name, or as 'any name'; an array's item as [0] or [_key=="a"]`

test.each([
  [{set: {'my field': 1}}, `the path "my field" is not valid. ${pathsAre}`],
  [{unset: ['tags[']}, `the path "tags[" is not valid. ${pathsAre}`],
  [
    {merge: {title: 'b'}},
    '"merge" is no operation of a patch: set, setIfMissing, inc, dec, diffMatchPatch, unset, insert',
  ],
  [
    {insert: {before: 'tags[0]', after: 'tags[0]', items: [1]}},
    '"insert" must have "items" and a path in one of before, after, replace',
  ],
])('the patch %j is refused: nothing is written in its stead', async (patch, message) => {
  const before = {_id: 'talk-1', _type: 'talk', my: 'a', tags: ['a', 'b']}
  await mutate(lake, {create: before})
  expect(await mutate(lake, {patch: {id: 'talk-1', ...patch}})).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: `Mutation 0: ${message}`},
  })
  expect(await contentOf(lake, 'talk-1')).toEqual([before])
})

test.each([
  ['returnDocuments', 'must be true or false'],
  ['returnIds', 'must be true or false'],
  ['visibility', 'must be sync or async or deferred'],
])('%s is one of its values, or nothing is written', async (name, wanted) => {
  const body = {mutations: [{create: {_id: 'talk-1', _type: 'talk'}}]}
  expect(await post(lake, `/data/mutate/production?${name}=1`, body)).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: `The parameter "${name}" ${wanted}, not "1"`},
  })
  expect(await contentOf(lake, 'talk-1')).toEqual([])
})

test.each(['mutate', 'actions'])('%s: only true and false are a dry run or none', async (operation) => {
  const attributes = {_id: 'drafts.talk-1', _type: 'talk'}
  const body = {
    mutations: [{create: attributes}],
    actions: [{actionType: 'sanity.action.document.create', publishedId: 'talk-1', attributes}],
  }
  const path = `/data/${operation}/production`
  expect(await post(lake, `${path}?dryRun=1`, body)).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: 'The parameter "dryRun" must be true or false, not "1"'},
  })
  expect(await post(lake, path, {...body, dryRun: 'true'})).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: '"dryRun" must be true or false'},
  })
  for (const answer of [
    await post(lake, `${path}?dryRun=true`, body),
    await post(lake, path, {...body, dryRun: true}),
  ]) {
    expect(answer.status).toBe(200)
  }
  expect(await contentOf(lake, 'drafts.talk-1')).toEqual([])
})

test('a transaction gets its id from the body or the URL', async () => {
  const body = (_id: string): JsonValue => ({mutations: [{create: {_id, _type: 'talk'}}]})
  const path = '/data/mutate/production'
  const answers = [
    await post(lake, `${path}?transactionId=by-url`, body('a')),
    await post(lake, path, {...(body('b') as object), transactionId: 'by-body'}),
  ]
  expect(answers.map((answer) => (answer.body as {transactionId: string}).transactionId)).toEqual(['by-url', 'by-body'])
  expect((await post(lake, `${path}?transactionId=a b`, body('c'))).status).toBe(400)
})

test('a document that others refer to strongly cannot be deleted, and nothing of the request is done', async () => {
  await mutate(
    lake,
    {create: {_id: 'author-1', _type: 'author'}},
    {create: {_id: 'talk-1', _type: 'talk', author: {_ref: 'author-1'}}},
  )
  const description = 'Document "author-1" cannot be deleted as there are references to it from "talk-1"'
  const item = {
    index: 0,
    error: {type: 'documentHasExistingReferencesError', id: 'author-1', referencingIDs: ['talk-1'], description},
  }
  expect(await act(lake, {actionType: 'document.delete', publishedId: 'author-1', includeDrafts: []})).toEqual({
    status: 409,
    body: {error: {type: 'actionError', description: `The action(s) failed: ${description}`, items: [item]}},
  })
  expect(await mutate(lake, {delete: {id: 'author-1'}})).toEqual({
    status: 409,
    body: {error: {type: 'mutationError', description: `The mutation(s) failed: ${description}`, items: [item]}},
  })
  expect(await contentOf(lake, 'author-1')).toEqual([{_id: 'author-1', _type: 'author'}])
  expect((await mutate(lake, {delete: {id: 'author-1'}}, {delete: {id: 'talk-1'}})).status).toBe(200)
})

test.each([
  ['mutate', '{"mutations":[{"create":{"_id":"a","_type":"talk","list":[1,{"n":1e999}]}}]}'],
  ['mutate', '{"mutations":[{"createOrReplace":{"_id":"a","_type":"talk","n":-1e999}}]}'],
  ['mutate', '{"mutations":[{"create":{"_id":"a","_type":"talk"}},{"patch":{"id":"a","set":{"n":1e309}}}]}'],
  [
    'actions',
    '{"actions":[{"actionType":"sanity.action.document.create","publishedId":"a","attributes":{"_id":"drafts.a","_type":"talk","n":1e999}}]}',
  ],
])('%s: a number that is none any more is refused, not stored as null: %s', async (operation, body) => {
  const response = await lake.ask(`/v1/data/${operation}/production`, {
    method: 'POST',
    headers: lake.asAdministrator,
    body,
  })
  const text = await response.text()
  expect([response.status, text.includes('A number is too large: at most 1.7976931348623157e308')]).toEqual([400, true])
  expect(await contentOf(lake, 'a', 'drafts.a')).toEqual([])
})
