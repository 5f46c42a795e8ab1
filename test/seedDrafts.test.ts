import {cpSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const AUTHOR = 'content/authors/kim/_index.md'
const PROJECT = 'content/project/tool/index.md'
const FILES = {
  [AUTHOR]: '---\ntitle: 김 저자\nrole: 개발자\ndraft: true # not yet\n---\n',
  [PROJECT]: '---\ntitle: 도구\ndraft: true\n---\n',
  'content/slides/deck/index.md': '---\ntitle: 슬라이드\ndraft: true\n---\n# 하나\n',
  'content/event/talk/index.md':
    '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nauthors: [kim]\nprojects: [tool]\nslides: deck\n---\n',
}

const used = useSite((folder) => {
  cpSync(join(import.meta.dirname, '../seed/content/config'), join(folder, 'config'), {recursive: true})
  writeFiles(folder, FILES)
})
const {read} = used
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

const idOf = (type: string) => client.fetch<string>('*[_type == $type][0]._id', {type})

test('drafts that a talk refers to are published, and their files stay as they are', async () => {
  const report = await importSite({client, folder: site})
  expect([report.created, report.notices.filter(({kind}) => kind === 'publishedDraft').map(({path}) => path)]).toEqual([
    4,
    [AUTHOR, 'content/slides/deck/index.md', PROJECT],
  ])
  expect(
    await client.fetch('*[_type == "talk"][0]{_id, "a": authors[]->name, "p": projects[]->title, "s": slides->title}'),
  ).toEqual({_id: expect.stringMatching(/^talk-/), a: ['김 저자'], p: ['도구'], s: '슬라이드'})
  expect((await exportSite({client, folder: site})).steps).toEqual([])

  await client
    .patch(await idOf('author'))
    .set({name: '김 지은이'})
    .commit()
  await exportSite({client, folder: site})
  expect(read(AUTHOR)).toBe(FILES[AUTHOR].replace('김 저자', '김 지은이'))
  expect((await exportSite({client, folder: site})).steps).toEqual([])
  expect((await importSite({client, folder: site})).unchanged).toBe(4)
  writeFileSync(join(site, AUTHOR), read(AUTHOR).replace('개발자', '작가'))
  expect((await importSite({client, folder: site})).updated).toBe(1)
  expect(await client.fetch('*[_type == "author"]{_id, role}')).toEqual([
    {_id: expect.stringMatching(/^author-/), role: '작가'},
  ])
})

test('an author who is a draft in the Studio says so in the file until published', async () => {
  await importSite({client, folder: site})
  const author = {_type: 'author', name: '새 저자', role: '작가', slug: {_type: 'slug', current: 'new'}}
  await client.create({...author, _id: 'drafts.author-new'})
  const {steps} = await exportSite({client, folder: site})
  const [path = ''] = steps.map((step) => step.path)
  expect(read(path)).toContain('draft: true')
  expect((await importSite({client, folder: site})).steps).toEqual([])
  expect(await client.fetch('*[_type == "author" && name == "새 저자"]._id')).toEqual(['drafts.author-new'])

  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.author-new',
    publishedId: 'author-new',
  })
  await exportSite({client, folder: site})
  expect(read(path)).not.toMatch(/draft: true/)
  expect((await importSite({client, folder: site})).steps).toEqual([])
})
