import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake

beforeEach(() => {
  lake = createTestLake()
})
afterEach(() => lake.dispose())

const draftContent = {_id: 'drafts.talk-1', _type: 'talk', title: '짧은 견해'}

async function post(path: string, body: JsonValue): Promise<{status: number; body: JsonValue}> {
  const response = await lake.ask(`/v2025-02-19${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {...lake.asAdministrator, 'content-type': 'application/json'},
  })
  return {status: response.status, body: (await response.json()) as JsonValue}
}

function act(
  ...actions: {actionType: string; [field: string]: JsonValue}[]
): Promise<{status: number; body: JsonValue}> {
  const named = actions.map((action) => ({...action, actionType: `sanity.action.${action.actionType}`}))
  return post('/data/actions/production', {actions: named})
}

function mutate(...mutations: JsonValue[]): Promise<{status: number; body: JsonValue}> {
  return post('/data/mutate/production', {mutations})
}

/** Content of documents without the fields that every transaction sets. */
async function contentOf(...ids: string[]): Promise<JsonValue[]> {
  const answer = (await lake.json(`/v1/data/doc/production/${ids.join(',')}`, {headers: lake.asAdministrator})) as {
    documents: {[field: string]: JsonValue}[]
  }
  return answer.documents.map(({_rev, _createdAt, _updatedAt, ...content}) => content)
}

test('the transaction id of the body becomes the revision', async () => {
  const action = {actionType: 'sanity.action.document.create', publishedId: 'talk-1', attributes: draftContent}
  const answer = await post('/data/actions/production', {actions: [action], transactionId: 'my-transaction'})
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
  await act({actionType: 'document.create', publishedId: 'talk-1', attributes: draftContent})
  const edit = {actionType: 'document.edit', draftId: 'drafts.talk-1', publishedId: 'talk-1'}
  await act({...edit, patch: {set: {title: '둘째'}}})
  await act({actionType: 'document.publish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf('talk-1', 'drafts.talk-1')).toEqual([{_id: 'talk-1', _type: 'talk', title: '둘째'}])
  const {documents} = (await lake.json('/v1/data/doc/production/talk-1')) as {documents: {_rev: string}[]}
  await act({...edit, patch: {unset: ['_empty_action_guard_pseudo_field_']}})
  expect(await contentOf('drafts.talk-1')).toEqual([
    {
      _id: 'drafts.talk-1',
      _type: 'talk',
      title: '둘째',
      _system: {base: {id: 'talk-1', rev: documents[0]?._rev ?? ''}},
    },
  ])
  await act({actionType: 'document.discard', draftId: 'drafts.talk-1'})
  expect(await contentOf('drafts.talk-1')).toEqual([])
})

test('publishing strengthens the references that were weak until then', async () => {
  await mutate({create: {_id: 'author-1', _type: 'author'}})
  const author = {_type: 'reference', _ref: 'author-1', _weak: true, _strengthenOnPublish: {type: 'author'}}
  await act({actionType: 'document.create', publishedId: 'talk-1', attributes: {...draftContent, author}})
  await act({actionType: 'document.publish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf('talk-1')).toEqual([
    {_id: 'talk-1', _type: 'talk', title: '짧은 견해', author: {_type: 'reference', _ref: 'author-1'}},
  ])
})

test('a document that others refer to strongly cannot be deleted, and nothing of the request is done', async () => {
  await mutate(
    {create: {_id: 'author-1', _type: 'author'}},
    {create: {_id: 'talk-1', _type: 'talk', author: {_ref: 'author-1'}}},
  )
  const description = 'Document "author-1" cannot be deleted as there are references to it from "talk-1"'
  const item = {
    index: 0,
    error: {type: 'documentHasExistingReferencesError', id: 'author-1', referencingIDs: ['talk-1'], description},
  }
  expect(await act({actionType: 'document.delete', publishedId: 'author-1', includeDrafts: []})).toEqual({
    status: 409,
    body: {error: {type: 'actionError', description: `The action(s) failed: ${description}`, items: [item]}},
  })
  expect(await mutate({delete: {id: 'author-1'}})).toEqual({
    status: 409,
    body: {error: {type: 'mutationError', description: `The mutation(s) failed: ${description}`, items: [item]}},
  })
  expect(await contentOf('author-1')).toEqual([{_id: 'author-1', _type: 'author'}])
  expect((await mutate({delete: {id: 'author-1'}}, {delete: {id: 'talk-1'}})).status).toBe(200)
})

test('unpublishing keeps the content as a draft', async () => {
  await mutate({create: {_id: 'talk-1', _type: 'talk', title: 'a'}})
  await act({actionType: 'document.unpublish', draftId: 'drafts.talk-1', publishedId: 'talk-1'})
  expect(await contentOf('talk-1', 'drafts.talk-1')).toEqual([{_id: 'drafts.talk-1', _type: 'talk', title: 'a'}])
})

test('a revision that is no longer current is a conflict', async () => {
  await mutate({create: draftContent})
  const answer = await act({
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

test('a release is filled, published, and publishes or unpublishes what its versions say', async () => {
  await mutate({create: {_id: 'talk-1', _type: 'talk', title: 'old'}}, {create: {_id: 'talk-2', _type: 'talk'}})
  await act({actionType: 'release.create', releaseId: 'rsummer', metadata: {title: 'Summer', releaseType: 'asap'}})
  await act({
    actionType: 'document.version.create',
    publishedId: 'talk-1',
    baseId: 'talk-1',
    versionId: 'versions.rsummer.talk-1',
  })
  await act({
    actionType: 'document.edit',
    draftId: 'versions.rsummer.talk-1',
    publishedId: 'talk-1',
    patch: {set: {title: 'new'}},
  })
  await act({actionType: 'document.version.unpublish', versionId: 'versions.rsummer.talk-2', publishedId: 'talk-2'})
  expect((await act({actionType: 'release.publish', releaseId: 'rsummer'})).status).toBe(200)
  const ids = ['talk-1', 'talk-2', 'versions.rsummer.talk-1', 'versions.rsummer.talk-2', '_.releases.rsummer']
  expect(await contentOf(...ids, 'drafts.talk-2')).toEqual([
    {_id: 'talk-1', _type: 'talk', title: 'new'},
    {
      _id: '_.releases.rsummer',
      _type: 'system.release',
      name: 'rsummer',
      state: 'published',
      publishedAt: '2026-11-22T09:00:00.000Z',
      metadata: {cardinality: 'many', title: 'Summer', releaseType: 'asap'},
      finalDocumentStates: [
        {_key: expect.any(String), id: 'versions.rsummer.talk-1'},
        {_key: expect.any(String), id: 'versions.rsummer.talk-2'},
      ],
    },
    {_id: 'drafts.talk-2', _type: 'talk'},
  ])
})

test('the versions of a scheduled release are locked until it is unscheduled, for actions and mutations alike', async () => {
  const id = 'versions.r1.talk-1'
  const change = {...draftContent, _id: id, title: '고친 제목'}
  const edit = {actionType: 'document.edit', draftId: id, publishedId: 'talk-1', patch: {set: {title: '고친 제목'}}}
  const added = {...draftContent, _id: 'versions.r1.talk-2'}
  await act({actionType: 'release.create', releaseId: 'r1', metadata: {releaseType: 'scheduled'}})
  await act({actionType: 'document.version.create', publishedId: 'talk-1', document: {...draftContent, _id: id}})
  await act({actionType: 'release.schedule', releaseId: 'r1', publishAt: '2026-12-01T00:00:00.000Z'})
  const description = `Document "${id}" cannot be changed: the release "r1" is "scheduled"`
  expect(await act(edit)).toEqual({
    status: 400,
    body: {
      error: {
        type: 'actionError',
        description: `The action(s) failed: ${description}`,
        items: [{index: 0, error: {type: 'validationError', description}}],
      },
    },
  })
  const refused = [
    await act({actionType: 'document.version.discard', versionId: id}),
    await act({actionType: 'document.version.replace', document: change}),
    await act({actionType: 'document.version.unpublish', versionId: id, publishedId: 'talk-1'}),
    await act({actionType: 'document.version.create', publishedId: 'talk-2', document: added}),
    await mutate({createOrReplace: change}),
    await mutate({delete: {id}}),
  ]
  expect(refused.map(({status}) => status)).toEqual([400, 400, 400, 400, 400, 400])
  expect(
    (await act({actionType: 'release.edit', releaseId: 'r1', patch: {set: {'metadata.title': '봄'}}})).status,
  ).toBe(200)
  await act({actionType: 'release.unschedule', releaseId: 'r1'})
  expect((await act(edit)).status).toBe(200)
  expect(await contentOf(id)).toEqual([expect.objectContaining({title: '고친 제목'})])
})

test('which release and document something is a version of follows from its id, whatever the client sends', async () => {
  await act({actionType: 'release.create', releaseId: 'r1', metadata: {}})
  await act({
    actionType: 'document.version.create',
    publishedId: 'talk-1',
    document: {_id: 'versions.r1.talk-1', _type: 'talk', _system: {delete: true}},
  })
  const membership = {
    bundleId: 'r1',
    scopeId: 'r1',
    release: {_ref: '_.releases.r1', _weak: true},
    group: {_ref: 'talk-1', _weak: true},
  }
  await mutate({createOrReplace: {_id: 'drafts.talk-1', _type: 'talk', _system: {...membership, base: {id: 'talk-1'}}}})
  expect(await contentOf('versions.r1.talk-1', 'drafts.talk-1')).toEqual([
    {_id: 'versions.r1.talk-1', _type: 'talk', _system: {...membership, delete: true}},
    {_id: 'drafts.talk-1', _type: 'talk', _system: {base: {id: 'talk-1'}}},
  ])
})

test('an archived release brings its versions back', async () => {
  await act({actionType: 'release.create', releaseId: 'r1', metadata: {releaseType: 'undecided'}})
  const version = {_id: 'versions.r1.talk-1', _type: 'talk', title: 'x'}
  await act({actionType: 'document.version.create', publishedId: 'talk-1', document: version})
  const before = await contentOf('versions.r1.talk-1')
  await act({actionType: 'release.archive', releaseId: 'r1'})
  expect(await contentOf('versions.r1.talk-1')).toEqual([])
  await act({actionType: 'release.unarchive', releaseId: 'r1'})
  expect(await contentOf('versions.r1.talk-1')).toEqual(before)
})

test('dry runs answer and change nothing, also on a release that does not exist', async () => {
  const actions = [
    {actionType: 'sanity.action.release.create', releaseId: 'r1', metadata: {}},
    {actionType: 'sanity.action.release.publish', releaseId: 'nowhere'},
    {actionType: 'sanity.action.release.schedule', releaseId: 'nowhere', publishAt: '2026-12-01T00:00:00Z'},
  ]
  expect((await post('/data/actions/production', {actions, dryRun: true})).status).toBe(200)
  expect(await contentOf('_.releases.r1')).toEqual([])
})

test('unknown and unbuilt actions are refused by name', async () => {
  expect(await act({actionType: 'document.fly'})).toEqual({
    status: 400,
    body: {statusCode: 400, error: 'Bad Request', message: 'Action 0: unknown type "sanity.action.document.fly"'},
  })
  expect((await act({actionType: 'release.import', releaseId: 'r'})).status).toBe(501)
})

test('an action changes only drafts and versions of the document that it names', async () => {
  await mutate(
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
  const answers = await Promise.all(refused.map((action) => act(action)))
  expect(answers.map(({status}) => status)).toEqual(refused.map(() => 400))
  expect(await contentOf('talk-1', 'drafts.talk-1', 'talk-2', 'drafts.talk-2')).toEqual([
    {_id: 'talk-1', _type: 'talk'},
    {_id: 'talk-2', _type: 'talk'},
    {_id: 'drafts.talk-2', _type: 'talk'},
  ])
})

test.each(['r.1', 'drafts', 'raw', 'a b', ''])('no release is called %j', async (releaseId) => {
  expect((await act({actionType: 'release.create', releaseId, metadata: {}})).status).toBe(400)
})

test('only the metadata of a release is edited', async () => {
  await act({actionType: 'release.create', releaseId: 'r1', metadata: {title: 'Spring', releaseType: 'asap'}})
  const edit = {actionType: 'release.edit', releaseId: 'r1'}
  const answer = await act({...edit, patch: {set: {state: 'published', 'metadata.title': 'Summer'}}})
  expect([answer.status, await contentOf('_.releases.r1')]).toEqual([
    400,
    [
      {
        _id: '_.releases.r1',
        _type: 'system.release',
        name: 'r1',
        state: 'active',
        metadata: {cardinality: 'many', title: 'Spring', releaseType: 'asap'},
      },
    ],
  ])
  expect((await act({...edit, patch: {set: {'metadata.title': 'Summer'}}})).status).toBe(200)
})

test('an id of a transaction that is taken is an error of the action', async () => {
  const action = {actionType: 'sanity.action.document.replaceDraft', publishedId: 'talk-1', attributes: draftContent}
  const body = {actions: [action], transactionId: 'taken'}
  await post('/data/actions/production', body)
  const description = 'The transaction ID "taken" is already in use'
  expect(await post('/data/actions/production', body)).toEqual({
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

test('a range in a path that goes beyond any array is refused at once', async () => {
  const patches = [{unset: ['tags[0:999999999]']}, {set: {'tags[-999999999:].x': 1}}]
  const answers = await Promise.all(patches.map((patch) => mutate({patch: {id: 'talk-1', ...patch}})))
  const message = (path: string): string =>
    `Mutation 0: a range in "${path}" goes beyond 100000 items: leave that end open`
  expect(answers.map(({body}) => (body as {message?: string}).message)).toEqual([
    message('tags[0:999999999]'),
    message('tags[-999999999:].x'),
  ])
})
