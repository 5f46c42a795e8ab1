import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {act, contentOf, mutate, post} from './fixtures/writeRequests.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

const draftContent = {_id: 'drafts.talk-1', _type: 'talk', title: '짧은 견해'}

test('the transaction id of the body becomes the revision', async () => {
  const action = {actionType: 'sanity.action.document.create', publishedId: 'talk-1', attributes: draftContent}
  const answer = await post(lake, '/data/actions/production', {actions: [action], transactionId: 'my-transaction'})
  expect(answer).toEqual({status: 200, body: {transactionId: 'my-transaction'}})
  const {documents} = (await lake.json('/v1/data/doc/production/drafts.talk-1', {headers: lake.asAdministrator})) as {
    documents: JsonValue[]
  }
  expect(documents).toEqual([
    {
      ...draftContent,
      _rev: 'my-transaction',
      _createdAt: '2026-11-22T09:00:00.000Z',
      _updatedAt: '2026-11-22T09:00:00.000Z',
    },
  ])
})

test('create, edit, publish, edit again, discard', async () => {
  await act(lake, {actionType: 'document.create', publishedId: 'talk-1', attributes: draftContent})
  const edit = {actionType: 'document.edit', draftId: 'drafts.talk-1', publishedId: 'talk-1'}
  await act(lake, {...edit, patch: {set: {title: '둘째'}}})
  await act(lake, {actionType: 'document.publish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf(lake, 'talk-1', 'drafts.talk-1')).toEqual([{_id: 'talk-1', _type: 'talk', title: '둘째'}])
  const {documents} = (await lake.json('/v1/data/doc/production/talk-1')) as {documents: {_rev: string}[]}
  await act(lake, {...edit, patch: {unset: ['_empty_action_guard_pseudo_field_']}})
  expect(await contentOf(lake, 'drafts.talk-1')).toEqual([
    {
      _id: 'drafts.talk-1',
      _type: 'talk',
      title: '둘째',
      _system: {base: {id: 'talk-1', rev: documents[0]?._rev ?? ''}},
    },
  ])
  await act(lake, {actionType: 'document.discard', draftId: 'drafts.talk-1'})
  expect(await contentOf(lake, 'drafts.talk-1')).toEqual([])
})

test('a version is made of attributes too, as the App SDK sends it', async () => {
  const answers = [
    await act(lake, {actionType: 'document.version.create', publishedId: 'talk-1', attributes: draftContent}),
    await act(lake, {actionType: 'document.version.create', publishedId: 'talk-2', attributes: draftContent}),
  ]
  expect(answers.map(({status}) => status)).toEqual([200, 400])
  expect(await contentOf(lake, 'drafts.talk-1', 'drafts.talk-2')).toEqual([draftContent])
})

test('a list without actions changes nothing and is no error: the App SDK sends it for an edit that changes nothing', async () => {
  const answer = await post(lake, '/data/actions/production', {actions: [], transactionId: 'nothing'})
  expect(answer).toEqual({status: 200, body: {transactionId: 'nothing'}})
  const none = await post(lake, '/data/actions/production', {})
  expect(none.status).toBe(400)
})

test('publishing strengthens the references that were weak until then', async () => {
  await mutate(lake, {create: {_id: 'author-1', _type: 'author'}})
  const author = {_type: 'reference', _ref: 'author-1', _weak: true, _strengthenOnPublish: {type: 'author'}}
  await act(lake, {actionType: 'document.create', publishedId: 'talk-1', attributes: {...draftContent, author}})
  await act(lake, {actionType: 'document.publish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf(lake, 'talk-1')).toEqual([
    {_id: 'talk-1', _type: 'talk', title: '짧은 견해', author: {_type: 'reference', _ref: 'author-1'}},
  ])
})

test('unpublishing keeps the content as a draft', async () => {
  await mutate(lake, {create: {_id: 'talk-1', _type: 'talk', title: 'a'}})
  await act(lake, {actionType: 'document.unpublish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf(lake, 'talk-1', 'drafts.talk-1')).toEqual([{_id: 'drafts.talk-1', _type: 'talk', title: 'a'}])
})

test('a revision that is no longer current is a conflict', async () => {
  await mutate(lake, {create: draftContent})
  const answer = await act(lake, {
    actionType: 'document.publish',
    draftId: 'drafts.talk-1',
    publishedId: 'talk-1',
    ifDraftRevisionId: 'old',
  })
  expect(answer.status).toBe(409)
  expect(answer.body).toEqual({
    error: {
      type: 'actionError',
      description:
        'The action(s) failed: The document with the ID "drafts.talk-1" has unexpected revision ID "id-1", expected "old"',
      items: [
        {
          index: 0,
          error: {
            type: 'documentRevisionIDDoesNotMatchError',
            id: 'drafts.talk-1',
            currentRevisionID: 'id-1',
            expectedRevisionID: 'old',
            description: 'The document with the ID "drafts.talk-1" has unexpected revision ID "id-1", expected "old"',
          },
        },
      ],
    },
  })
})

test('unknown and unbuilt actions are refused by name', async () => {
  expect(await act(lake, {actionType: 'document.fly'})).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: 'Action 0: unknown type "sanity.action.document.fly"'},
  })
  expect((await act(lake, {actionType: 'document.variant.create', publishedId: 'talk-1'})).status).toBe(501)
  expect((await act(lake, {actionType: 'variant.definition.create', variantId: 'v'})).status).toBe(501)
})

test('an action changes only drafts and versions of the document that it names', async () => {
  await mutate(
    lake,
    {create: {_id: 'talk-1', _type: 'talk'}},
    {create: {_id: 'talk-2', _type: 'talk'}},
    {create: {_id: 'drafts.talk-2', _type: 'talk'}},
  )
  const stranger = {draftId: 'drafts.talk-2', publishedId: 'talk-1'}
  const attributes = {_id: 'drafts.talk-2', _type: 'talk'}
  const refused = [
    {actionType: 'document.create', publishedId: 'talk-1', attributes},
    {actionType: 'document.edit', ...stranger, patch: {set: {title: 'x'}}},
    {actionType: 'document.edit', draftId: 'talk-1', publishedId: 'talk-1', patch: {set: {title: 'x'}}},
    {actionType: 'document.publish', ...stranger},
    {actionType: 'document.unpublish', ...stranger},
    {actionType: 'document.replaceDraft', publishedId: 'talk-1', attributes},
    {actionType: 'document.delete', publishedId: 'talk-1', includeDrafts: ['talk-2']},
    {actionType: 'document.version.create', publishedId: 'talk-1', document: attributes},
    {actionType: 'document.version.create', publishedId: 'talk-1', baseId: 'talk-2', versionId: 'versions.r.talk-1'},
    {actionType: 'document.version.create', publishedId: 'talk-1', baseId: 'talk-1', versionId: 'versions.r.talk-2'},
    {actionType: 'document.version.unpublish', publishedId: 'talk-1', versionId: 'versions.r.talk-2'},
    {actionType: 'document.create', publishedId: 'talk-2', attributes, ifExists: 'overwrite'},
  ]
  const answers = await Promise.all(refused.map((action) => act(lake, action)))
  expect(answers.map(({status}) => status)).toEqual(refused.map(() => 400))
  expect(await contentOf(lake, 'talk-1', 'drafts.talk-1', 'talk-2', 'drafts.talk-2')).toEqual([
    {_id: 'talk-1', _type: 'talk'},
    {_id: 'talk-2', _type: 'talk'},
    {_id: 'drafts.talk-2', _type: 'talk'},
  ])
})

test('an id of a transaction that is taken is an error of the action', async () => {
  const action = {actionType: 'sanity.action.document.replaceDraft', publishedId: 'talk-1', attributes: draftContent}
  const body = {actions: [action], transactionId: 'taken'}
  await post(lake, '/data/actions/production', body)
  const description = 'The transaction ID "taken" is already in use'
  expect(await post(lake, '/data/actions/production', body)).toEqual({
    status: 409,
    body: {
      error: {
        type: 'actionError',
        description: `The action(s) failed: ${description}`,
        items: [{index: 0, error: {type: 'transactionIDAlreadyInUseError', id: 'taken', description}}],
      },
    },
  })
})

test.each(['id', 'query', 'params'])('the patch of an action names no other document by %s', async (name) => {
  await mutate(lake, {create: {_id: 'other', _type: 'talk', n: 1}}, {create: {_id: 'drafts.talk-1', _type: 'talk'}})
  const patch = {[name]: name === 'params' ? {} : 'other', set: {n: 2}}
  const {status, body} = await act(lake, {
    actionType: 'document.edit',
    draftId: 'drafts.talk-1',
    publishedId: 'talk-1',
    patch,
  })
  const message = `sanity.action.document.edit: "patch" has "${name}", but changes the document that the action names`
  expect([status, body]).toEqual([400, {statusCode: 400, error: 'Bad Request', message}])
  expect(await contentOf(lake, 'other')).toEqual([{_id: 'other', _type: 'talk', n: 1}])
})
