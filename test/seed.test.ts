import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake, type Lake} from '../lake/createLake.ts'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'

const ORIGIN = 'http://localhost:3333'
const TALK = 'content/event/백엔드-개발에-대한-짧은-견해/index.md'
const ID = 'talk-002c68656218'

let folder = ''
let site = ''
let lake: Lake
let client: SanityClient

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-seed-'))
  site = join(folder, 'site')
  cpSync(join(import.meta.dirname, '../seed/content'), site, {recursive: true})
  lake = createLake({
    dataDir: join(folder, 'data'),
    projectId: 'lectern',
    dataset: 'production',
    origins: () => [ORIGIN],
  })
  client = createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: ORIGIN,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token: lake.token,
    resolveFetch: () => async (input, init) => {
      const request = new Request(input, init)
      request.headers.set('host', new URL(ORIGIN).host)
      return lake.fetch(request)
    },
  })
})

afterEach(async () => {
  await lake.close()
  rmSync(folder, {recursive: true, force: true})
})

const read = (path = TALK) => readFileSync(join(site, path), 'utf8')

function allFiles(): Record<string, string> {
  const paths = readdirSync(site, {recursive: true, withFileTypes: true}).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

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

test('nobody edited anything: the export leaves every byte', async () => {
  await importSite({client, folder: site})
  const before = allFiles()
  const report = await exportSite({client, folder: site})
  expect([report.unchanged, report.steps, allFiles()]).toEqual([4, [], before])
})

test('an edited field changes its line in the file, and importing that changes nothing', async () => {
  await importSite({client, folder: site})
  const before = read()
  await client.patch(ID).set({title: '새 제목', featured: true}).commit()
  await exportSite({client, folder: site})
  expect(read()).toBe(
    before
      .replace('title: 백엔드 개발에 대한 짧은 견해', 'title: 새 제목')
      .replace('featured: false', 'featured: true'),
  )
  const revs = await revisions()
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  expect(await revisions()).toEqual(revs)
})

test('an edited paragraph changes its line and no other', async () => {
  await importSite({client, folder: site})
  const before = read().split('\n')
  const body = await client.fetch<Array<{_key: string; children: Array<{_key: string}>}>>(`*[_id == $id][0].body`, {
    id: ID,
  })
  const [block] = body
  await client
    .patch(ID)
    .set({[`body[_key=="${block?._key}"].children[_key=="${block?.children[1]?._key}"].text`]: ': 고친 문단'})
    .commit()
  await exportSite({client, folder: site})
  const after = read().split('\n')
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [line.trimEnd()]))
  expect([after.length, changed]).toEqual([before.length, ['**백엔드 개발자가 갖추어야할 역량**: 고친 문단']])
})

test('file and Studio changed different fields: both stay; the same field: a conflict, until one side is preferred', async () => {
  await importSite({client, folder: site})
  await client.patch(ID).set({subtitle: '부제', title: '스튜디오'}).commit()
  writeFileSync(join(site, TALK), read().replace('featured: false', 'featured: true'))
  expect((await importSite({client, folder: site})).updated).toBe(1)
  expect(await client.fetch('*[_id == $id][0]{title, subtitle, featured}', {id: ID})).toEqual({
    title: '스튜디오',
    subtitle: '부제',
    featured: true,
  })
  writeFileSync(join(site, TALK), read().replace(/^title: .*$/m, 'title: 파일'))
  const report = await importSite({client, folder: site})
  expect(report.conflicts).toEqual([{path: TALK, field: 'title', file: '파일', studio: '스튜디오'}])
  await importSite({client, folder: site, prefer: 'file'})
  expect(await client.fetch('*[_id == $id][0].title', {id: ID})).toBe('파일')
})

test('a dry run plans the same and writes nothing', async () => {
  const report = await importSite({client, folder: site, dryRun: true})
  expect(report.steps.map(({action, id}) => `${action} ${id}`)).toEqual([
    'create author-admin',
    'create slideDeck-api-design',
    'create project-example',
    `create ${ID}`,
  ])
  expect(await client.fetch('count(*[_type in ["talk", "author"]])')).toBe(0)
})

test('a broken file is refused with its line, the others are imported, and its document stays', async () => {
  await importSite({client, folder: site})
  writeFileSync(join(site, TALK), '---\ntitle: a\n  b: [\n---\n')
  appendFileSync(join(site, 'content/authors/admin/_index.md'), '\n끝.\n')
  const report = await importSite({client, folder: site})
  expect([report.updated, report.refusals.map(({path, line}) => `${path}:${line}`)]).toEqual([1, [`${TALK}:3`]])
  expect(await client.fetch('*[_id == $id][0].title', {id: ID})).toBe('백엔드 개발에 대한 짧은 견해')
})

test('a draft in the file is a draft in the lake; an open draft is left alone', async () => {
  writeFileSync(join(site, TALK), read().replace('featured: false', 'featured: false\ndraft: true'))
  await importSite({client, folder: site})
  expect(await client.fetch('*[_type == "talk"]._id')).toEqual([`drafts.${ID}`])
  writeFileSync(join(site, TALK), read().replace('\ndraft: true', ''))
  await importSite({client, folder: site})
  expect(await client.fetch('*[_type == "talk"]._id')).toEqual([ID])
})

test('a renamed slug moves the folder and leaves its old address behind as an alias', async () => {
  await importSite({client, folder: site})
  await client
    .patch(ID)
    .set({slug: {_type: 'slug', current: '새-주소'}})
    .commit()
  await exportSite({client, folder: site})
  expect(existsSync(join(site, TALK))).toBe(false)
  expect(read('content/event/새-주소/index.md')).toContain('aliases:\n  - /event/백엔드-개발에-대한-짧은-견해/\n')
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
})

test('a talk made in the Studio becomes a clean bundle, and comes back as the same document', async () => {
  await importSite({client, folder: site})
  await client.create({
    _id: 'new-talk',
    _type: 'talk',
    title: '새 발표: 둘',
    slug: {_type: 'slug', current: '새-발표'},
    start: '2026-12-01T05:00:00Z',
    timeZone: 'Asia/Seoul',
    authors: [{_type: 'reference', _key: 'a', _ref: 'author-admin'}],
    tags: ['백엔드'],
  })
  await exportSite({client, folder: site})
  expect(read('content/event/새-발표/index.md')).toBe(
    "---\ntitle: '새 발표: 둘'\ndate: '2026-12-01T14:00:00+09:00'\nauthors:\n  - admin\ntags:\n  - 백엔드\n---\n",
  )
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
})

test('a file that changed on disk since the last import is never overwritten', async () => {
  await importSite({client, folder: site})
  await client.patch(ID).set({title: '스튜디오'}).commit()
  writeFileSync(join(site, TALK), `${read()}\n더 쓴 문단.\n`)
  const before = read()
  const report = await exportSite({client, folder: site})
  expect([report.steps.map(({action}) => action), read()]).toEqual([['conflict'], before])
  await exportSite({client, folder: site, prefer: 'studio'})
  expect(read()).toBe(before.replace('title: 백엔드 개발에 대한 짧은 견해', 'title: 스튜디오'))
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
  const {deleted, stubs, gone} = await importSite({client, folder: site, prune: true})
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

test('an author without a page goes by the name as written, in the slug of its page to come', async () => {
  writeFileSync(join(site, TALK), read().replace('- admin', '- Wil van der Aalst'))
  await importSite({client, folder: site})
  const stub = await client.fetch('*[_type == "author" && name match "Wil*"][0]{_id, name, "slug": slug.current}')
  expect(stub).toEqual({_id: 'author-wil-van-der-aalst', name: 'Wil van der Aalst', slug: 'wil-van-der-aalst'})
  await client
    .patch(ID)
    .insert('after', 'authors[-1]', [{_key: 'a', _type: 'reference', _ref: 'author-admin'}])
    .commit()
  await client.create({
    _type: 'talk',
    _id: 'other',
    title: '다른 발표',
    slug: {_type: 'slug', current: 'other'},
    authors: [{_key: 'a', _type: 'reference', _ref: stub._id}],
  })
  await exportSite({client, folder: site})
  expect(/authors:\n(.*\n.*\n)/.exec(read())?.[1]).toBe('  - Wil van der Aalst\n  - admin\n')
  expect(read('content/event/other/index.md')).toContain('authors:\n  - Wil van der Aalst\n')
})

test('a version in a release is no business of the files', async () => {
  await importSite({client, folder: site})
  const {_rev, _createdAt, _updatedAt, ...talk} = (await client.getDocument(ID)) ?? {
    _rev: '',
    _createdAt: '',
    _updatedAt: '',
  }
  await client.create({...talk, _type: 'talk', _id: `versions.r1.${ID}`, title: '다음 판'})
  expect((await importSite({client, folder: site})).unchanged).toBe(4)
  const before = read()
  expect((await exportSite({client, folder: site})).unchanged).toBe(4)
  expect(read()).toBe(before)
})

test('--prune removes the file of a deleted document, and never a file that was not imported', async () => {
  await importSite({client, folder: site})
  const fresh = 'content/event/새-파일/index.md'
  cpSync(join(site, TALK), join(site, fresh))
  await client.delete(ID)
  const actions = async (prune: boolean) =>
    (await exportSite({client, folder: site, prune})).steps.map(({action, path}) => `${action} ${path}`)
  expect(await actions(false)).toEqual([`gone ${TALK}`, `foreign ${fresh}`])
  expect(await actions(true)).toEqual([`delete ${TALK}`, `foreign ${fresh}`])
  expect([existsSync(join(site, TALK)), existsSync(join(site, fresh))]).toEqual([false, true])
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
