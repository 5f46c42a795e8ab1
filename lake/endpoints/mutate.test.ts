import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {act, contentOf, mutate} from './fixtures/writeRequests.ts'

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
