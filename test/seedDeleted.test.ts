import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const TRANSLATION = 'content/event/talk/index.en.md'
const FILES = {
  'hugo.yaml': 'defaultContentLanguage: ko\nlanguages: {ko: {}, en: {}}\n',
  [TALK]: '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nauthors: [kim]\n---\n',
  [TRANSLATION]: '---\ntitle: Talk\ndate: 2024-05-01T10:00:00Z\n---\n',
  'content/authors/kim/_index.md': '---\ntitle: 김 저자\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
let client: SanityClient
let site = ''

const titles = () => client.fetch<string[]>('*[_type == "talk"].title')
const idOf = (path: string) => client.fetch<string>('*[hugo.path == $path][0]._id', {path})

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
})

test('a talk that was deleted in the Studio does not come back with the next import, and that is said', async () => {
  await client.delete(await idOf(TALK))
  await client.delete(await idOf('content/authors/kim/_index.md'))
  const {created, notices, steps} = await importSite({client, folder: site})
  expect([created, steps.map(({id}) => id), notices.map(({kind, path}) => [kind, path])]).toEqual([
    1,
    ['author-kim'],
    [['deletedInStudio', TALK]],
  ])
  expect(await titles()).toEqual(['Talk'])
  expect((await exportSite({client, folder: site})).steps.map(({action, path}) => [action, path])).toEqual([
    ['gone', TALK],
  ])
  expect((await importSite({client, folder: site, prefer: 'file'})).created).toBe(1)
  expect((await titles()).toSorted()).toEqual(['Talk', '발표'])
})

test('a talk whose file went and came back is imported again', async () => {
  rmSync(join(site, TALK))
  expect((await importSite({client, folder: site, prune: true})).deleted).toBe(1)
  writeFileSync(join(site, TALK), FILES[TALK])
  expect((await importSite({client, folder: site})).created).toBe(1)
})

test('a talk made in the Studio of a site with languages is the same document when its file is read', async () => {
  await client.create({
    _type: 'talk',
    title: '새 발표',
    slug: {_type: 'slug', current: '새-발표'},
    start: '2025-05-05T05:00:00Z',
    timeZone: 'UTC',
  })
  await exportSite({client, folder: site})
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
})
