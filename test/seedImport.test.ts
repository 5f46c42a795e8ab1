import {appendFileSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {useSite} from './support/useSite.ts'

const used = useSite(copyExampleSite)
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

const read = (path = TALK) => used.read(path)

async function revisions(): Promise<unknown> {
  return client.fetch('*[_type in ["talk", "author", "project", "slideDeck"]] | order(_id){_id, _rev}')
}

test('the example site is imported once: the second run sends no mutation', async () => {
  const first = await importSite({client, folder: site})
  const before = await revisions()
  const second = await importSite({client, folder: site})
  const third = await importSite({client, folder: site, all: true})
  expect([first.created, first.refusals, second.unchanged, second.steps, third.unchanged]).toEqual([4, [], 4, [], 4])
  expect(await revisions()).toEqual(before)
  expect(
    await client.fetch('*[_type == "talk"][0]{title, "authors": authors[]->name, "projects": projects[]->title}'),
  ).toEqual({
    title: '백엔드 개발에 대한 짧은 견해',
    authors: ['운영자'],
    projects: ['작은 API 서버'],
  })
})

test('file and Studio changed different fields: both stay; the same field: a conflict, until one side is preferred', async () => {
  await importSite({client, folder: site})
  await client.patch(TALK_ID).set({subtitle: '부제', title: '스튜디오'}).commit()
  writeFileSync(join(site, TALK), read().replace('featured: false', 'featured: true'))
  expect((await importSite({client, folder: site})).updated).toBe(1)
  expect(await client.fetch('*[_id == $id][0]{title, subtitle, featured}', {id: TALK_ID})).toEqual({
    title: '스튜디오',
    subtitle: '부제',
    featured: true,
  })
  writeFileSync(join(site, TALK), read().replace(/^title: .*$/m, 'title: 파일'))
  const report = await importSite({client, folder: site})
  expect(report.conflicts).toEqual([{path: TALK, field: 'title', file: '파일', studio: '스튜디오'}])
  await importSite({client, folder: site, prefer: 'file'})
  expect(await client.fetch('*[_id == $id][0].title', {id: TALK_ID})).toBe('파일')
})

test('a dry run plans the same and writes nothing', async () => {
  const report = await importSite({client, folder: site, dryRun: true})
  expect(report.steps.map(({action, id}) => `${action} ${id}`)).toEqual([
    'create author-admin',
    'create slideDeck-api-design',
    'create project-example',
    `create ${TALK_ID}`,
  ])
  expect(await client.fetch('count(*[_type in ["talk", "author"]])')).toBe(0)
})

test('a broken file is refused with its line, the others are imported, and its document stays', async () => {
  await importSite({client, folder: site})
  writeFileSync(join(site, TALK), '---\ntitle: a\n  b: [\n---\n')
  appendFileSync(join(site, 'content/authors/admin/_index.md'), '\n끝.\n')
  const report = await importSite({client, folder: site})
  expect([report.updated, report.refusals.map(({path, line}) => `${path}:${line}`)]).toEqual([1, [`${TALK}:3`]])
  expect(await client.fetch('*[_id == $id][0].title', {id: TALK_ID})).toBe('백엔드 개발에 대한 짧은 견해')
})

test('a draft in the file is a draft in the lake; an open draft is left alone', async () => {
  writeFileSync(join(site, TALK), read().replace('featured: false', 'featured: false\ndraft: true'))
  await importSite({client, folder: site})
  expect(await client.fetch('*[_type == "talk"]._id')).toEqual([`drafts.${TALK_ID}`])
  writeFileSync(join(site, TALK), read().replace('\ndraft: true', ''))
  await importSite({client, folder: site})
  expect(await client.fetch('*[_type == "talk"]._id')).toEqual([TALK_ID])
})

test('a picture in the bundle becomes an asset once', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  writeFileSync(join(site, TALK, '../featured.png'), png)
  const first = await importSite({client, folder: site})
  const second = await importSite({client, folder: site, all: true})
  expect([first.assetsUploaded, second.assetsUploaded, second.steps]).toEqual([1, 0, []])
  expect(await client.fetch('*[_type == "talk"][0].image.asset->originalFilename')).toBe('featured.png')
})

test('--prune leaves a stub of a document whose file is gone while others refer to it', async () => {
  await importSite({client, folder: site})
  await client.patch('author-admin').set({role: '연구원'}).commit()
  rmSync(join(site, 'content/authors'), {recursive: true})
  const {deleted, stubs, gone} = await importSite({client, folder: site, prune: true, prefer: 'file'})
  expect({deleted, stubs, gone}).toEqual({deleted: 0, stubs: 1, gone: 0})
  expect(await client.fetch('*[_id == "author-admin"][0]{_id, _type, name, slug, role, hugo}')).toEqual({
    _id: 'author-admin',
    _type: 'author',
    name: '운영자',
    slug: {_type: 'slug', current: 'admin'},
    role: null,
    hugo: null,
  })
  const again = await importSite({client, folder: site, prune: true})
  expect([again.deleted, again.stubs, again.updated]).toEqual([0, 0, 0])
})

test('a version in a release is no business of the files', async () => {
  await importSite({client, folder: site})
  const {_rev, _createdAt, _updatedAt, ...talk} = (await client.getDocument(TALK_ID)) ?? {
    _rev: '',
    _createdAt: '',
    _updatedAt: '',
  }
  await client.create({...talk, _type: 'talk', _id: `versions.r1.${TALK_ID}`, title: '다음 판'})
  expect((await importSite({client, folder: site})).unchanged).toBe(4)
  const before = read()
  expect((await exportSite({client, folder: site})).unchanged).toBe(4)
  expect(read()).toBe(before)
})

test('two pages with one slug are told: the Studio asks for another one', async () => {
  const twin = 'content/event/twin/index.md'
  mkdirSync(join(site, 'content/event/twin'))
  writeFileSync(
    join(site, twin),
    "---\ntitle: Twin\nslug: 백엔드-개발에-대한-짧은-견해\ndate: '2024-10-03T13:00:00Z'\n---\n",
  )
  const {notices} = await importSite({client, folder: site})
  expect(notices.filter(({kind}) => kind === 'sameSlug')).toEqual([
    {
      kind: 'sameSlug',
      path: TALK,
      field: 'slug',
      message: `Has the same slug as ${twin}: the Studio will ask for another one, and a frontend that looks for the slug finds one of the two.`,
      value: '백엔드-개발에-대한-짧은-견해',
    },
  ])
})
