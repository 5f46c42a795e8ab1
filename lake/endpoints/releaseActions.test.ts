import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {act, contentOf, mutate, post} from './fixtures/writeRequests.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

const draftContent = {_id: 'drafts.talk-1', _type: 'talk', title: '짧은 견해'}

test('a release is filled, published, and publishes or unpublishes what its versions say', async () => {
  await mutate(lake, {create: {_id: 'talk-1', _type: 'talk', title: 'old'}}, {create: {_id: 'talk-2', _type: 'talk'}})
  await act(lake, {
    actionType: 'release.create',
    releaseId: 'rsummer',
    metadata: {title: 'Summer', releaseType: 'asap'},
  })
  await act(lake, {
    actionType: 'document.version.create',
    publishedId: 'talk-1',
    baseId: 'talk-1',
    versionId: 'versions.rsummer.talk-1',
  })
  await act(lake, {
    actionType: 'document.edit',
    draftId: 'versions.rsummer.talk-1',
    publishedId: 'talk-1',
    patch: {set: {title: 'new'}},
  })
  await act(lake, {
    actionType: 'document.version.unpublish',
    versionId: 'versions.rsummer.talk-2',
    publishedId: 'talk-2',
  })
  expect((await act(lake, {actionType: 'release.publish', releaseId: 'rsummer'})).status).toBe(200)
  const ids = ['talk-1', 'talk-2', 'versions.rsummer.talk-1', 'versions.rsummer.talk-2', '_.releases.rsummer']
  expect(await contentOf(lake, ...ids, 'drafts.talk-2')).toEqual([
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

/** What the lake says of the version `versions.r1.talk-1`. */
const membership = {
  bundleId: 'r1',
  scopeId: 'r1',
  release: {_ref: '_.releases.r1', _weak: true},
  group: {_ref: 'talk-1', _weak: true},
}

test('the versions of a scheduled release are locked until it is unscheduled, for actions and mutations alike', async () => {
  const id = 'versions.r1.talk-1'
  const change = {...draftContent, _id: id, title: '고친 제목'}
  const edit = {actionType: 'document.edit', draftId: id, publishedId: 'talk-1', patch: {set: {title: '고친 제목'}}}
  const added = {...draftContent, _id: 'versions.r1.talk-2'}
  await act(lake, {actionType: 'release.create', releaseId: 'r1', metadata: {releaseType: 'scheduled'}})
  await act(lake, {actionType: 'document.version.create', publishedId: 'talk-1', document: {...draftContent, _id: id}})
  await act(lake, {actionType: 'release.schedule', releaseId: 'r1', publishAt: '2026-12-01T00:00:00.000Z'})
  const description = `Document "${id}" cannot be changed: the release "r1" is "scheduled"`
  expect(await act(lake, edit)).toEqual({
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
    await act(lake, {actionType: 'document.version.discard', versionId: id}),
    await act(lake, {actionType: 'document.version.replace', document: change}),
    await act(lake, {actionType: 'document.version.unpublish', versionId: id, publishedId: 'talk-1'}),
    await act(lake, {actionType: 'document.version.create', publishedId: 'talk-2', document: added}),
    await mutate(lake, {createOrReplace: change}),
    await mutate(lake, {delete: {id}}),
  ]
  expect(refused.map(({status}) => status)).toEqual([400, 400, 400, 400, 400, 400])
  expect(
    (await act(lake, {actionType: 'release.edit', releaseId: 'r1', patch: {set: {'metadata.title': '봄'}}})).status,
  ).toBe(200)
  await act(lake, {actionType: 'release.unschedule', releaseId: 'r1'})
  expect((await act(lake, edit)).status).toBe(200)
  expect(await contentOf(lake, id)).toEqual([{...change, _system: membership}])
})

test('which release and document something is a version of follows from its id, whatever the client sends', async () => {
  await act(lake, {actionType: 'release.create', releaseId: 'r1', metadata: {}})
  await act(lake, {
    actionType: 'document.version.create',
    publishedId: 'talk-1',
    document: {_id: 'versions.r1.talk-1', _type: 'talk', _system: {delete: true}},
  })
  await mutate(lake, {
    createOrReplace: {_id: 'drafts.talk-1', _type: 'talk', _system: {...membership, base: {id: 'talk-1'}}},
  })
  expect(await contentOf(lake, 'versions.r1.talk-1', 'drafts.talk-1')).toEqual([
    {_id: 'versions.r1.talk-1', _type: 'talk', _system: {...membership, delete: true}},
    {_id: 'drafts.talk-1', _type: 'talk', _system: {base: {id: 'talk-1'}}},
  ])
})

const importOf = (releaseId: string, attributes: {[field: string]: JsonValue}, ifExists = 'fail') =>
  act(lake, {actionType: 'release.import', releaseId, ifExists, attributes})

test('a release comes out of an export as it was, one that was scheduled with its schedule paused', async () => {
  const metadata = {title: '가을', releaseType: 'asap', cardinality: 'many'}
  const published = {
    _id: '_.releases.rout',
    _type: 'system.release',
    name: 'rout',
    state: 'published',
    metadata,
    publishedAt: '2025-10-03T04:00:00.000Z',
    finalDocumentStates: [{_key: 'a', id: 'versions.rout.talk-1'}],
  }
  const scheduled = {...published, _id: '_.releases.rtimed', name: 'rtimed', state: 'scheduled'}
  const publishAt = '2020-10-03T04:00:00.000Z'
  expect((await importOf('rout', {...published, _rev: 'old'})).status).toBe(200)
  expect((await importOf('rtimed', {...scheduled, publishAt})).status).toBe(200)
  expect((await importOf('rmoving', {state: 'publishing', metadata})).status).toBe(200)
  expect(
    (
      await act(lake, {
        actionType: 'release.import',
        releaseId: 'rsame',
        ifExists: 'fail',
        document: {state: 'active', metadata},
      })
    ).status,
  ).toBe(200)
  const ids = ['_.releases.rout', '_.releases.rtimed', '_.releases.rmoving', '_.releases.rsame']
  expect(await contentOf(lake, ...ids)).toEqual([
    published,
    {...scheduled, state: 'active', metadata: {...metadata, releaseType: 'scheduled', intendedPublishAt: publishAt}},
    {_id: '_.releases.rmoving', _type: 'system.release', name: 'rmoving', state: 'active', metadata},
    {_id: '_.releases.rsame', _type: 'system.release', name: 'rsame', state: 'active', metadata},
  ])
})

test('the import of a release that is there fails, or leaves it, or replaces it, as is asked', async () => {
  const release = (title: string) => ({state: 'active', metadata: {title, releaseType: 'asap'}})
  const title = async () =>
    (await contentOf(lake, '_.releases.r1')).map((document) => JSON.stringify(document).match(/title":"(.*?)"/)?.[1])
  await importOf('r1', release('first'))
  expect(await importOf('r1', release('second'))).toMatchObject({
    status: 409,
    body: {
      error: {
        type: 'actionError',
        items: [{index: 0, error: {type: 'documentAlreadyExistsError', id: '_.releases.r1'}}],
      },
    },
  })
  expect((await importOf('r1', release('third'), 'ignore')).status).toBe(200)
  expect(await title()).toEqual(['first'])
  expect((await importOf('r1', release('fourth'), 'replace')).status).toBe(200)
  expect(await title()).toEqual(['fourth'])
})

test('what is no release is not imported as one', async () => {
  const good = {state: 'active', metadata: {releaseType: 'asap'}}
  const refused = [
    importOf('drafts', good),
    importOf('r1', good, 'maybe'),
    act(lake, {actionType: 'release.import', releaseId: 'r1', ifExists: 'fail'}),
    importOf('r1', {...good, _id: '_.releases.r2'}),
    importOf('r1', {...good, _type: 'talk'}),
    importOf('r1', {...good, name: 'r2'}),
    importOf('r1', {...good, state: 'flying'}),
    importOf('r1', {metadata: good.metadata}),
    importOf('r1', {state: 'active'}),
    importOf('r1', {...good, metadata: {releaseType: 'soon'}}),
    importOf('r1', {...good, state: 'scheduled', publishAt: 'soon'}),
  ]
  const answers = await Promise.all(refused)
  expect(answers.map(({status}) => status)).toEqual(answers.map(() => 400))
  expect(await contentOf(lake, '_.releases.r1', '_.releases.r2')).toEqual([])
})

test('an archived release brings its versions back', async () => {
  await act(lake, {actionType: 'release.create', releaseId: 'r1', metadata: {releaseType: 'undecided'}})
  const version = {_id: 'versions.r1.talk-1', _type: 'talk', title: 'x'}
  await act(lake, {actionType: 'document.version.create', publishedId: 'talk-1', document: version})
  const before = await contentOf(lake, 'versions.r1.talk-1')
  await act(lake, {actionType: 'release.archive', releaseId: 'r1'})
  expect(await contentOf(lake, 'versions.r1.talk-1')).toEqual([])
  await act(lake, {actionType: 'release.unarchive', releaseId: 'r1'})
  expect(await contentOf(lake, 'versions.r1.talk-1')).toEqual(before)
})

test('dry runs answer and change nothing, also on a release that does not exist', async () => {
  const actions = [
    {actionType: 'sanity.action.release.create', releaseId: 'r1', metadata: {}},
    {actionType: 'sanity.action.release.publish', releaseId: 'nowhere'},
    {actionType: 'sanity.action.release.schedule', releaseId: 'nowhere', publishAt: '2026-12-01T00:00:00Z'},
  ]
  expect((await post(lake, '/data/actions/production', {actions, dryRun: true})).status).toBe(200)
  expect(await contentOf(lake, '_.releases.r1')).toEqual([])
})

test.each(['r.1', 'drafts', 'raw', 'a b', ''])('no release is called %j', async (releaseId) => {
  expect((await act(lake, {actionType: 'release.create', releaseId, metadata: {}})).status).toBe(400)
})

test('only the metadata of a release is edited', async () => {
  await act(lake, {actionType: 'release.create', releaseId: 'r1', metadata: {title: 'Spring', releaseType: 'asap'}})
  const edit = {actionType: 'release.edit', releaseId: 'r1'}
  const answer = await act(lake, {...edit, patch: {set: {state: 'published', 'metadata.title': 'Summer'}}})
  expect([answer.status, await contentOf(lake, '_.releases.r1')]).toEqual([
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
  expect((await act(lake, {...edit, patch: {set: {'metadata.title': 'Summer'}}})).status).toBe(200)
})

test.each([
  ['releaseType', 'someday', 'asap, scheduled, undecided'],
  ['cardinality', 'few', 'many, one'],
])('a release with the %s %s is neither made nor edited', async (name, value, allowed) => {
  const description = `"metadata.${name}" of a release must be one of ${allowed}`
  const refusal = {
    status: 400,
    body: {
      error: {
        type: 'actionError',
        description: `The action(s) failed: ${description}`,
        items: [{index: 0, error: {type: 'validationError', description}}],
      },
    },
  }
  const create = (metadata: {[field: string]: string}) =>
    act(lake, {actionType: 'release.create', releaseId: 'r1', metadata})
  expect(await create({[name]: value})).toEqual(refusal)
  await create({releaseType: 'asap'})
  const patch = {set: {[`metadata.${name}`]: value}}
  expect(await act(lake, {actionType: 'release.edit', releaseId: 'r1', patch})).toEqual(refusal)
})

test.each(['1', 'tomorrow', '2026-02-30T00:00:00Z', '2026-12-01', '2026-12-01T10:00', '10/12/2026'])(
  '%j is no time to publish at: a release would come out at another one, or at once',
  async (publishAt) => {
    await act(lake, {actionType: 'release.create', releaseId: 'r1', metadata: {releaseType: 'scheduled'}})
    expect(await act(lake, {actionType: 'release.schedule', releaseId: 'r1', publishAt})).toEqual({
      status: 400,
      body: {
        statusCode: 400,
        error: 'Bad Request',
        message:
          'sanity.action.release.schedule: "publishAt" must be an instant with its zone, e.g. 2026-10-03T13:00:00+09:00',
      },
    })
  },
)
