import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const AUTHOR = 'content/authors/kim/_index.md'
const PROJECT = 'content/project/tool/index.md'
const DECK = 'content/slides/deck/index.md'
const TALK = 'content/event/talk/index.md'
const FILES = {
  [AUTHOR]: '---\ntitle: 김 저자\nrole: 개발자\n---\n',
  [PROJECT]: '---\ntitle: 도구\n---\n',
  [DECK]: '---\ntitle: 슬라이드\n---\n# 하나\n',
}
const TEXT =
  '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nauthors: [kim, 손님]\nprojects: [tool]\nslides: deck\n---\n본문\n'

const used = useSite((folder) => writeFiles(folder, FILES))
const {read} = used
let client: SanityClient
let site = ''

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
  for (const id of await client.fetch<string[]>('*[_type in ["author", "project", "slideDeck"]]._id'))
    await client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: `drafts.${id}`,
      publishedId: id,
    })
  writeFiles(site, {[TALK]: TEXT})
})

test('a talk may refer to what an editor unpublished: the reference is weak until the talk is published again', async () => {
  const report = await importSite({client, folder: site})
  expect(
    report.notices.filter(({kind}) => kind === 'draftReference').map(({path, message}) => [path, message]),
  ).toEqual(
    ['김 저자', '슬라이드', '도구'].map((title) => [
      TALK,
      `"${title}" is only a draft in the Studio: the page refers to it all the same, and shows it once it is published.`,
    ]),
  )
  const talk = await client.fetch<Record<string, unknown>>('*[_type == "talk"][0]{authors, projects, slides}')
  const weak = (name: string, type: string) => ({
    _type: 'reference',
    _ref: expect.stringContaining(name),
    _weak: true,
    _strengthenOnPublish: {type, template: {id: type}},
  })
  const key = {_key: expect.any(String)}
  expect(talk).toEqual({
    authors: [
      {...weak('author-kim', 'author'), ...key},
      {_type: 'reference', _ref: expect.stringContaining('author'), ...key},
    ],
    projects: [{...weak('project-tool', 'project'), ...key}],
    slides: weak('slideDeck-deck', 'slideDeck'),
  })
  expect((await importSite({client, folder: site})).steps).toEqual([])
})

test('the files of unpublished pages stay, with --prune too, and say that they are drafts', async () => {
  await importSite({client, folder: site})
  await exportSite({client, folder: site, prune: true})
  expect([AUTHOR, PROJECT, DECK, TALK].map(read)).toEqual([
    ...[AUTHOR, PROJECT, DECK].map((path) =>
      FILES[path as keyof typeof FILES].replace('\n---\n', '\ndraft: true\n---\n'),
    ),
    TEXT,
  ])
  expect((await importSite({client, folder: site, prune: true})).steps).toEqual([])
  expect((await exportSite({client, folder: site, prune: true})).steps).toEqual([])
})

test('published again, from the Studio or by its file, nothing about the talk has changed', async () => {
  await importSite({client, folder: site})
  await exportSite({client, folder: site})
  for (const id of await client.fetch<string[]>('*[_type in ["author", "project"]]._id', {}, {perspective: 'raw'})) {
    const publishedId = id.replace('drafts.', '')
    if (publishedId !== id)
      await client.action({actionType: 'sanity.action.document.publish', draftId: id, publishedId})
  }
  writeFileSync(join(site, DECK), FILES[DECK])
  const report = await importSite({client, folder: site})
  expect([report.updated, report.notices.filter(({kind}) => kind === 'draftReference')]).toEqual([1, []])
  const id = await client.fetch<string>('*[_type == "talk"][0]._id')
  await client.create({...(await client.getDocument(id)), _id: `drafts.${id}`, _type: 'talk', title: '새 발표'})
  await client.action({actionType: 'sanity.action.document.publish', draftId: `drafts.${id}`, publishedId: id})
  await exportSite({client, folder: site})
  expect([AUTHOR, PROJECT, DECK, TALK].map(read)).toEqual([
    FILES[AUTHOR].replace('\n---\n', '\ndraft: false\n---\n'),
    FILES[PROJECT].replace('\n---\n', '\ndraft: false\n---\n'),
    FILES[DECK],
    TEXT.replace('발표', '새 발표'),
  ])
  expect(await client.fetch('*[references("author-kim")]{"weak": authors[0]._weak}')).toEqual([{weak: null}])
  expect((await importSite({client, folder: site})).steps).toEqual([])
})

test('a draft whose file is gone becomes a stub with --prune as long as a page refers to it', async () => {
  await importSite({client, folder: site})
  rmSync(join(site, dirname(AUTHOR)), {recursive: true})
  rmSync(join(site, dirname(DECK)), {recursive: true})
  writeFileSync(join(site, TALK), TEXT.replace('slides: deck\n', ''))
  await importSite({client, folder: site, prune: true})
  expect(
    await client.fetch('*[_type in ["author", "slideDeck"]] | order(_id){_id, name, role}', {}, {perspective: 'raw'}),
  ).toEqual([
    {_id: expect.stringMatching(/^author-[0-9a-f]+$/), name: '손님', role: null},
    {_id: 'author-kim', name: '김 저자', role: null},
  ])
  expect((await exportSite({client, folder: site, prune: true})).steps.map(({path}) => path)).toEqual([PROJECT])
  expect([read(TALK), existsSync(join(site, AUTHOR))]).toEqual([TEXT.replace('slides: deck\n', ''), false])
})
