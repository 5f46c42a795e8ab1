import {chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {formatExport} from '../seed/report/formatPlan.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {useSite} from './support/useSite.ts'

const used = useSite(copyExampleSite)
const {read, put, idOf} = used
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

const slug = (current: string) => ({_type: 'slug', current})

test('translations share a folder: a new slug is written down, the folder moves with both, and only one page is removed', async () => {
  put('config/_default/languages.yaml', 'en: {weight: 1}\nko: {weight: 2}\n')
  put('config/_default/hugo.yaml', 'defaultContentLanguage: en\n')
  put('content/event/two/index.md', '---\ntitle: Two\ndate: 2024-05-06\n---\nBody\n')
  put('content/event/two/index.ko.md', '---\ntitle: 둘\ndate: 2024-05-06\nurl_pdf: a.pdf\n---\n본문\n')
  put('content/event/two/a.pdf', '%PDF-1.4')
  await importSite({client, folder: site})
  const id = await idOf('content/event/two/index.md')
  await client
    .patch(id)
    .set({slug: slug('zwei')})
    .commit()
  await exportSite({client, folder: site})
  expect(read('content/event/two/index.md')).toBe(
    '---\ntitle: Two\nslug: zwei\ndate: 2024-05-06\naliases:\n  - /event/two/\n---\nBody\n',
  )
  await exportSite({client, folder: site, dialect: 'kit'})
  expect(existsSync(join(site, 'content/event/two'))).toBe(false)
  expect(read('content/events/two/index.ko.md')).toContain('aliases:\n  - /ko/event/two/\n')
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  await client.delete(id)
  const report = await exportSite({client, folder: site, prune: true})
  expect(report.steps.map(({action, path}) => `${action} ${path}`)).toEqual(['delete content/events/two/index.md'])
  expect(['a.pdf', 'index.ko.md'].filter((name) => !existsSync(join(site, 'content/events/two', name)))).toEqual([])
})

test('what cannot be written is refused by name, and everything else is written', async () => {
  put('content/event/locked/index.md', '---\ntitle: Locked\n---\n')
  put('content/event/open/index.md', '---\ntitle: Open\n---\n')
  await importSite({client, folder: site})
  chmodSync(join(site, 'content/event/locked/index.md'), 0o444)
  for (const name of ['locked', 'open'])
    await client
      .patch(await idOf(`content/event/${name}/index.md`))
      .set({title: '새 제목'})
      .commit()
  await client.create({_id: 'long', _type: 'talk', title: '긴', slug: slug('가'.repeat(100))})
  await client.create({_id: 'taken', _type: 'talk', title: 'Taken', slug: slug('open')})
  const report = await exportSite({client, folder: site})
  expect(report.refusals).toEqual([
    {
      path: '"긴" (long)',
      message: 'It cannot be written: the name is too long for the disk: give it a shorter slug (ENAMETOOLONG)',
    },
    {
      path: '"Taken" (taken)',
      message: 'content/event/open/index.md is taken by another page: give one of them another slug',
    },
  ])
  expect([read('content/event/locked/index.md'), read('content/event/open/index.md')]).toEqual([
    '---\ntitle: 새 제목\n---\n',
    '---\ntitle: 새 제목\n---\n',
  ])
  expect(statSync(join(site, 'content/event/locked/index.md')).mode & 0o777).toBe(0o444)
  expect(formatExport(report, false).split('\n').at(-1)).toBe('8 documents: 4 unchanged, 2 updated, 2 refused.')
})

test('a slug that is no name of a folder makes no page of a section, and is refused in words', async () => {
  put('content/event/open/index.md', '---\ntitle: Open\n---\n')
  put('content/event/single.md', '---\ntitle: Single\n---\n')
  await importSite({client, folder: site})
  for (const [id, name] of Object.entries({dot: '.', up: '..', signs: '!!!', hidden: '.x'}))
    await client.create({_id: id, _type: 'talk', title: id, slug: slug(name)})
  const moved = {'content/event/open/index.md': '.', 'content/event/single.md': 'index'}
  for (const [path, name] of Object.entries(moved))
    await client
      .patch(await idOf(path))
      .set({slug: slug(name)})
      .commit()
  const {refusals} = await exportSite({client, folder: site})
  const refused = (name: string) => `No page can be called "${name}" among the files: give it another slug`
  expect(refusals.map(({message}) => message).toSorted()).toEqual(
    ['', '.', '.', '..', '.x', 'index'].map(refused).toSorted(),
  )
  expect(['content/index.md', 'content/event/index.md'].map((path) => existsSync(join(site, path)))).toEqual([
    false,
    false,
  ])
  expect(read('content/event/single.md')).toBe('---\ntitle: Single\n---\n')
})

test('a slug in the front matter changes there, and the old address stays an alias; a slug given by the file is told to the lake', async () => {
  put('content/event/x/index.md', '---\ntitle: X\nslug: old\n---\n')
  await importSite({client, folder: site})
  await client
    .patch(await idOf('content/event/x/index.md'))
    .set({slug: slug('new')})
    .commit()
  await client.create({_id: 'fresh', _type: 'talk', title: '새 발표'})
  await exportSite({client, folder: site})
  expect(read('content/event/x/index.md')).toBe('---\ntitle: X\nslug: new\naliases:\n  - /event/old/\n---\n')
  expect(await client.fetch('*[_id == "fresh"][0].slug.current')).toBe('새-발표')
  expect((await exportSite({client, folder: site, dryRun: true})).steps).toEqual([])
})

test('a folder that is missing or has something else in it is not turned into a site; a lake without documents says so', async () => {
  const folder = join(used.folder(), 'documents')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'Dear …')
  await expect(exportSite({client, folder})).rejects.toThrow('To begin a site there, give an empty folder.')
  const missing = join(used.folder(), 'my-stie')
  for (const dryRun of [false, true])
    await expect(exportSite({client, folder: missing, dryRun})).rejects.toThrow(
      `There is no folder "${missing}". Check its name; to begin a site there, make the folder first.`,
    )
  expect(existsSync(missing)).toBe(false)
  const report = await exportSite({client, folder: site})
  expect(formatExport(report, false)).toBe('The lake has no documents: import a site first, with npm run seed.')
})

test('a site that begins in an empty folder lacks a configuration, which is said; one that has only that is complete', async () => {
  await importSite({client, folder: site})
  const folder = join(used.folder(), 'empty')
  mkdirSync(folder)
  const message =
    'The folder has no configuration, which the lake does not keep and Hugo needs: copy config/ or hugo.yaml from the site that was imported, or from a starter of the theme.'
  expect((await exportSite({client, folder})).notices).toEqual([{kind: 'missingFile', path: 'config', message}])
  expect(readFileSync(join(folder, TALK), 'utf8')).toBe(read(TALK))
  const complete = join(used.folder(), 'complete')
  cpSync(join(site, 'config'), join(complete, 'config'), {recursive: true})
  expect((await exportSite({client, folder: complete})).notices).toEqual([])
  expect(readFileSync(join(complete, TALK), 'utf8')).toBe(read(TALK))
})

test('a page that was never imported, or is no talk, is no page that was deleted', async () => {
  put('content/event/widgets.md', '---\ntitle: Widgets\ntype: widget_page\n---\n')
  await importSite({client, folder: site})
  put('content/event/broken/index.md', '---\ntitle: [\n---\n')
  await client.delete(TALK_ID)
  const report = await exportSite({client, folder: site, dryRun: true, prune: true})
  expect(report.steps.map(({action, path}) => `${action} ${path}`)).toEqual([
    'foreign content/event/broken/index.md',
    'foreign content/event/widgets.md',
    `delete ${TALK}`,
  ])
})
