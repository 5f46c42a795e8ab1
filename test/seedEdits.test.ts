import {cpSync, existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
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

function allFiles(): Record<string, string> {
  const paths = readdirSync(site, {recursive: true, withFileTypes: true}).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

async function revisions(): Promise<unknown> {
  return client.fetch('*[_type in ["talk", "author", "project", "slideDeck"]] | order(_id){_id, _rev}')
}

test('nobody edited anything: the export leaves every byte', async () => {
  await importSite({client, folder: site})
  const before = allFiles()
  const report = await exportSite({client, folder: site})
  expect([report.unchanged, report.steps, allFiles()]).toEqual([4, [], before])
})

test('an edited field changes its line in the file, and importing that changes nothing', async () => {
  await importSite({client, folder: site})
  const before = read()
  await client.patch(TALK_ID).set({title: '새 제목', featured: true}).commit()
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
    id: TALK_ID,
  })
  const [block] = body
  await client
    .patch(TALK_ID)
    .set({[`body[_key=="${block?._key}"].children[_key=="${block?.children[1]?._key}"].text`]: ': 고친 문단'})
    .commit()
  await exportSite({client, folder: site})
  const after = read().split('\n')
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [line.trimEnd()]))
  expect([after.length, changed]).toEqual([before.length, ['**백엔드 개발자가 갖추어야할 역량**: 고친 문단']])
})

test('a renamed slug moves the folder and leaves its old address behind as an alias', async () => {
  await importSite({client, folder: site})
  await client
    .patch(TALK_ID)
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
  await client.patch(TALK_ID).set({title: '스튜디오'}).commit()
  writeFileSync(join(site, TALK), `${read()}\n더 쓴 문단.\n`)
  const before = read()
  const report = await exportSite({client, folder: site})
  expect([report.steps.map(({action}) => action), read()]).toEqual([['conflict'], before])
  await exportSite({client, folder: site, prefer: 'studio'})
  expect(read()).toBe(before.replace('title: 백엔드 개발에 대한 짧은 견해', 'title: 스튜디오'))
})

test('an author without a page goes by the name as written, in the slug of its page to come', async () => {
  writeFileSync(join(site, TALK), read().replace('- admin', '- Wil van der Aalst'))
  await importSite({client, folder: site})
  const stub = await client.fetch('*[_type == "author" && name match "Wil*"][0]{_id, name, "slug": slug.current}')
  expect(stub).toEqual({_id: 'author-wil-van-der-aalst', name: 'Wil van der Aalst', slug: 'wil-van-der-aalst'})
  await client
    .patch(TALK_ID)
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

test('a person made in the Studio with no more than a name gets a page, and is the same person to the next import', async () => {
  await importSite({client, folder: site})
  const person = (_id: string, name: string, slug: string) => ({
    _id,
    _type: 'author',
    name,
    slug: {_type: 'slug', current: slug},
  })
  await client.create(person('p1', '한새봄', 'han-saebom'))
  await client.create(person('p2', 'Kim Minji', 'kim-minji'))
  const authors = ['p1', 'p2'].map((_ref) => ({_type: 'reference', _key: _ref, _ref}))
  await client.create({_id: 'made', _type: 'talk', title: '둘', slug: {_type: 'slug', current: 'made'}, authors})
  const {steps} = await exportSite({client, folder: site})
  expect(steps.map(({action, path}) => `${action} ${path}`)).toEqual([
    'create content/authors/han-saebom/_index.md',
    'create content/authors/kim-minji/_index.md',
    'create content/event/made/index.md',
  ])
  expect([read('content/authors/han-saebom/_index.md'), read('content/event/made/index.md')]).toEqual([
    '---\ntitle: 한새봄\n---\n',
    '---\ntitle: 둘\nauthors:\n  - han-saebom\n  - kim-minji\n---\n',
  ])
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  expect(await client.fetch('{"people": *[_type == "author"]._id, "of": *[_id == "made"][0].authors[]._ref}')).toEqual({
    people: ['author-admin', 'p1', 'p2'],
    of: ['p1', 'p2'],
  })
})

test('--prune removes the file of a deleted document, and never a file that was not imported', async () => {
  await importSite({client, folder: site})
  const fresh = 'content/event/새-파일/index.md'
  cpSync(join(site, TALK), join(site, fresh))
  await client.delete(TALK_ID)
  const actions = async (prune: boolean) =>
    (await exportSite({client, folder: site, prune})).steps.map(({action, path}) => `${action} ${path}`)
  expect(await actions(false)).toEqual([`gone ${TALK}`, `foreign ${fresh}`])
  expect(await actions(true)).toEqual([`delete ${TALK}`, `foreign ${fresh}`])
  expect([existsSync(join(site, TALK)), existsSync(join(site, fresh))]).toEqual([false, true])
})
