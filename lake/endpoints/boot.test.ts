import {afterAll, beforeAll, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake
let cookie: string
beforeAll(() => {
  lake = createTestLake()
  cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
})
afterAll(() => lake.dispose())

const asEditor = (path: string, init: {method?: string; body?: string} = {}) =>
  lake.json(path, {...init, headers: {cookie}})

const localEditor = {
  id: 'pLocal',
  sanityUserId: 'pLocal',
  displayName: 'Local Editor',
  email: 'editor@localhost',
  imageUrl: null,
  provider: 'local',
}

const refused = (statusCode: number, error: string, message: string) => ({statusCode, error, message})

const member = {
  id: 'pLocal',
  isCurrentUser: true,
  isRobot: false,
  role: 'administrator',
  roles: [{name: 'administrator', title: 'Administrator'}],
}

test.each<[string, unknown]>([
  [
    '/v2021-06-07/projects/lectern/datasets/production/acl',
    [{filter: '_id in path("**")', permissions: ['read', 'update', 'create', 'history', 'editHistory']}],
  ],
  [
    '/v1/projects/lectern/grants',
    {
      'sanity.project.datasets': [{grants: [{name: 'create', params: {}}]}],
    },
  ],
  [
    '/v1/projects/lectern/user-applications',
    [{id: 'local', type: 'studio', urlType: 'external', appHost: 'HTTP://localhost:3333'}],
  ],
  ['/v2025-02-19/features', ['contentReleases', 'singleDocRelease', 'studioComments', 'sanityTasks', 'privateDataset']],
  ['/vX/journey/trial', []],
  ['/vX/journey/announcements', []],
  ['/vX/journey/content-releases', null],
  ['/v1/schedules/lectern/production?limit=1', {schedules: []}],
  ['/v1/help?m=sanity@6.16.0', {resources: {title: '', sectionArray: []}}],
  ['/v1/check/cors', {result: {allowed: true, withCredentials: true}}],
  ['/v1/intake/telemetry-status', {status: 'denied'}],
  [
    '/vX/projects/lectern/new-content-release-allowed',
    {
      data: {
        orgActiveReleaseCount: 0,
        orgMeteredActiveReleaseCount: 0,
        datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
        orgActiveReleaseLimit: null,
      },
    },
  ],
  ['/v1/users/pLocal', localEditor],
])('%s', async (path, expected) => {
  expect(await asEditor(path)).toEqual(expected)
})

test('open releases are counted, those of one document apart, and there is no limit', async () => {
  const releases = [
    {_id: '_.releases.r1', state: 'active', metadata: {cardinality: 'many'}},
    {_id: '_.releases.r2', state: 'scheduled', metadata: {cardinality: 'one'}},
    {_id: '_.releases.r3', state: 'published', metadata: {cardinality: 'many'}},
  ]
  const body = JSON.stringify({mutations: releases.map((release) => ({create: {...release, _type: 'system.release'}}))})
  await asEditor('/v1/data/mutate/production', {method: 'POST', body})
  expect(await asEditor('/vX/projects/lectern/new-content-release-allowed')).toEqual({
    data: {
      orgActiveReleaseCount: 2,
      orgMeteredActiveReleaseCount: 1,
      datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
      orgActiveReleaseLimit: null,
    },
  })
})

test('the project names its members and no organization', async () => {
  expect(await asEditor('/v1/projects/lectern')).toEqual({
    id: 'lectern',
    displayName: 'lectern',
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: '2026-11-22T09:00:00.000Z',
    members: [member, {...member, id: 'pAdministrator', isCurrentUser: false, isRobot: true}],
    metadata: {},
    features: [],
  })
})

test('several users at once are a list, and unknown ones are left out', async () => {
  const users = await asEditor('/v1/users/pLocal,pNobody,pAdministrator')
  expect(users).toEqual([
    localEditor,
    {
      ...localEditor,
      id: 'pAdministrator',
      sanityUserId: 'pAdministrator',
      displayName: 'Administrator',
      email: 'administrator@localhost',
      provider: 'token',
    },
  ])
})

test('the add-on dataset of comments is there when it is asked for, and goes with the dataset', async () => {
  const addOns = '/v1/projects/lectern/datasets?datasetProfile=comments&addonFor=production'
  const names = async () => ((await asEditor('/v1/datasets')) as {name: string}[]).map(({name}) => name)
  expect(await names()).toEqual(['production'])
  const setUp = () => asEditor('/vX/comments/production/setup', {method: 'POST', body: '{}'})
  expect([await setUp(), await setUp()]).toEqual([
    {datasetName: 'production-comments'},
    {datasetName: 'production-comments'},
  ])
  expect(await asEditor(addOns)).toEqual([
    {
      name: 'production-comments',
      aclMode: 'private',
      createdAt: '2026-11-22T09:00:00.000Z',
      createdByUserId: null,
      addonFor: 'production',
      datasetProfile: 'comments',
      features: [],
      tags: [],
    },
  ])
  const query = await lake.ask('/v1/data/query/production-comments?query=*')
  expect(query.status).toBe(401)
  const nested = '/v1/projects/lectern/datasets?datasetProfile=comments&addonFor=production-comments'
  expect(await asEditor(nested)).toEqual(refused(400, 'Bad Request', 'production-comments holds comments itself'))

  const headers = lake.asAdministrator
  await lake.ask('/v1/datasets/second', {method: 'PUT', headers, body: '{}'})
  await asEditor('/v1/projects/lectern/datasets?datasetProfile=comments&addonFor=second')
  expect(await names()).toEqual(['production', 'production-comments', 'second', 'second-comments'])
  await lake.ask('/v1/datasets/second', {method: 'DELETE', headers})
  expect(await names()).toEqual(['production', 'production-comments'])
})

test('groups tell the Studio who may read what, to queries that name them and to nobody else', async () => {
  const ask = async (query: string, path = 'production', headers: Record<string, string> = {cookie}) => {
    const answer = await lake.json(`/v1/data/query/${path}?query=${encodeURIComponent(query)}`, {headers})
    return (answer as {result: unknown}).result
  }
  const everything = '_id in path("**")'
  const writer = ['read', 'update', 'create', 'history', 'editHistory']
  expect(await ask('*[_type == "system.group"]{_id, members, grants}')).toEqual([
    {
      _id: '_.groups.administrator',
      members: ['pLocal', 'pAdministrator'],
      grants: [{filter: everything, permissions: writer}],
    },
    {_id: '_.groups.editor', members: [], grants: [{filter: everything, permissions: writer}]},
    {_id: '_.groups.viewer', members: [], grants: [{filter: everything, permissions: ['read', 'history']}]},
  ])
  expect(await ask('*[_type == "system.group"]', 'production', {})).toEqual([])
  expect(await ask('count(*[_id in path("_.groups.**")])')).toBe(0)
})

test('datasets are made, made public, and removed with their files; the default one stays', async () => {
  const headers = lake.asAdministrator
  const change = (method: string, name: string, body?: object) =>
    lake.json(`/v1/datasets/${name}`, {method, headers, ...(body && {body: JSON.stringify(body)})})
  expect(await change('PUT', 'other', {aclMode: 'private'})).toEqual({datasetName: 'other', aclMode: 'private'})
  expect(await change('PUT', 'other', {})).toEqual(refused(409, 'Conflict', 'Dataset "other" already exists'))
  expect(await change('PUT', 'No!', {})).toEqual(refused(400, 'Bad Request', 'Dataset name "No!" is not allowed'))
  expect(await change('PATCH', 'other', {aclMode: 'public'})).toEqual({datasetName: 'other', aclMode: 'public'})
  expect(await change('PATCH', 'other', {aclMode: 'open'})).toEqual(
    refused(400, 'Bad Request', '"aclMode" must be public, private or custom'),
  )
  await lake.ask('/v1/assets/files/other?filename=a.txt', {method: 'POST', headers, body: 'only here'})
  expect(lake.blobs.list().length).toBe(1)
  expect(await change('DELETE', 'other')).toEqual({deleted: true})
  expect(lake.blobs.list()).toEqual([])
  expect(await change('DELETE', 'other')).toEqual(refused(404, 'Not Found', 'Dataset "other" not found'))
  expect(await change('DELETE', 'production')).toEqual(
    refused(409, 'Conflict', "The dataset production is this server's own and cannot be deleted"),
  )
})

test.each([
  ['GET', '/v1/ping'],
  ['GET', '/v1/data/ping/production'],
  ['GET', '/v1/auth/providers'],
  ['GET', '/v1/auth/id'],
  ['GET', '/v1/auth/fetch?sid=x'],
  ['POST', '/v1/auth/logout'],
  ['GET', '/v1/data/query/production?query=*'],
  ['GET', '/v1/data/doc/production/a,b'],
  ['POST', '/v1/data/mutate/production'],
  ['POST', '/v1/data/actions/production'],
  ['HEAD', '/v1/data/listen/production?query=*'],
  ['HEAD', '/v1/data/live/events/production'],
  ['GET', '/v1/data/history/production/transactions/a'],
  ['GET', '/v1/data/history/production/documents/a?lastRevision=true'],
  ['GET', '/v1/data/history/production/events/documents/a'],
  ['GET', '/v1/data/references/production/documents/a/to'],
  ['GET', '/v1/data/export/production'],
  ['GET', '/v1/datasets'],
  ['POST', '/v1/descriptors/claim'],
  ['POST', '/v1/intake/batch'],
  ['GET', '/v1/subscriptions/project/lectern'],
])('%s %s is an endpoint of ours', async (method, path) => {
  const {status} = await lake.ask(path, {method, headers: lake.asAdministrator, ...(method === 'POST' && {body: '{}'})})
  expect([404, 405, 500, 501]).not.toContain(status)
})
