import {execFileSync} from 'node:child_process'
import {existsSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const talk = (title: string) => `---\ntitle: ${title}\nlocation: 부산\n---\n`
/** Folders of a site, each a link to where its files are. */
const LINKS = {
  content: 'elsewhere/ko',
  'docs/english': 'elsewhere/en',
  data: 'elsewhere/data',
  'content/event/below': 'elsewhere/below',
  'assets/media': 'elsewhere/media',
}
const FILES = {
  'site/hugo.yaml': `languages: {ko: {}, en: {}}
defaultContentLanguage: ko
module:
  mounts:
  - {source: content, target: content}
  - {source: docs/english, target: content, lang: en}
`,
  'elsewhere/ko/event/a/index.md': talk('가'),
  'elsewhere/en/event/a/index.md': talk('A'),
  'elsewhere/below/index.md': talk('Below'),
  'elsewhere/data/authors/kim.yaml': 'name: Kim\n',
  'elsewhere/media/logo.png': 'a logo',
}

const used = useSite((folder) => {
  writeFiles(dirname(folder), FILES)
  for (const [path, target] of Object.entries(LINKS)) {
    mkdirSync(join(folder, dirname(path)), {recursive: true})
    symlinkSync(join(dirname(folder), target), join(folder, path))
  }
})
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

test('what Hugo mounts may be a symbolic link, wherever it stands; links below are told and left alone', async () => {
  const {notices, created} = await importSite({client, folder: site})
  expect([created, notices.map(({kind, path}) => [kind, path])]).toEqual([
    3,
    [
      ['skippedFile', 'assets/media'],
      ['skippedFile', 'content/event/below'],
    ],
  ])
  expect(await client.fetch('*[_type == "talk"] | order(hugo.path){title, "path": hugo.path}')).toEqual([
    {title: '가', path: 'content/event/a/index.md'},
    {title: 'A', path: 'docs/english/event/a/index.md'},
  ])
})

test('Hugo reads the same', () => {
  const list = '{{ range where site.AllPages "Kind" "page" }}{{ .RelPermalink }}\n{{ end }}'
  writeFiles(site, {'layouts/index.html': list})
  execFileSync('hugo', ['--quiet', '-s', site, '-d', 'out'], {stdio: 'pipe'})
  const shown = used.read('out/index.html').split('\n').filter(Boolean).sort()
  // Before 0.123 it followed the links below, too.
  expect(shown.filter((address) => address !== '/event/below/')).toEqual(['/en/event/a/', '/event/a/'])
})

test('an export writes into linked folders, which stay links, and not where another link stands', async () => {
  await importSite({client, folder: site})
  await client.patch({query: '*[_type == "talk"]'}).set({location: '서울'}).commit()
  for (const current of ['below', 'new']) await createTalk(current)
  const {steps, refusals} = await exportSite({client, folder: site})
  const done = steps.map(({action, path}) => `${action} ${path}`).sort()
  expect([done, refusals.map(({message}) => message)]).toEqual([
    ['create content/event/new/index.md', 'update content/event/a/index.md', 'update docs/english/event/a/index.md'],
    ['content/event/below/index.md is taken by another page: give one of them another slug'],
  ])
  expect(
    ['elsewhere/ko/event/a/index.md', 'elsewhere/en/event/a/index.md'].map((path) => used.read(`../${path}`)),
  ).toEqual([talk('가').replace('부산', '서울'), talk('A').replace('부산', '서울')])
  expect(used.read('../elsewhere/below/index.md')).toBe(talk('Below'))
  expect(Object.keys(LINKS).map((path) => lstatSync(join(site, path)).isSymbolicLink())).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  await client.delete({query: '*[_type == "talk"]'})
  await exportSite({client, folder: site, prune: true})
  expect([
    existsSync(join(site, '../elsewhere/ko/event/a')),
    lstatSync(join(site, 'content')).isSymbolicLink(),
  ]).toEqual([false, true])
})

test('a page whose folder has become a link is left where it is, and so is what the link leads to', async () => {
  await importSite({client, folder: site})
  const [folder, away] = [join(site, '../elsewhere/ko/event/a'), join(site, '../away')]
  renameSync(folder, away)
  symlinkSync(away, folder)
  await client
    .patch({query: '*[title == "가"]'})
    .set({slug: {_type: 'slug', current: 'moved'}, location: '서울'})
    .commit()
  const {refusals, steps} = await exportSite({client, folder: site})
  const told = await importSite({client, folder: site, prune: true})
  expect([told.deleted, told.gone, told.notices.map(({path}) => path)]).toEqual([
    0,
    0,
    ['assets/media', 'content/event/a', 'content/event/below'],
  ])
  const message = 'content/event/a is a symbolic link: give the page another slug, or put the files in its place'
  expect([refusals, steps.map(({action}) => action)]).toEqual([[{path: 'content/event/a/index.md', message}], []])
  expect([lstatSync(folder).isSymbolicLink(), used.read('../away/index.md')]).toEqual([true, talk('가')])
})

test('a picture is not written through a link that stands in its place', async () => {
  await importSite({client, folder: site})
  const asset = await client.assets.upload('image', PIXEL, {filename: 'x.png'})
  symlinkSync('../../../media/logo.png', join(site, '../elsewhere/ko/event/a/featured.png'))
  await client
    .patch({query: '*[title == "가"]'})
    .set({image: {_type: 'image', asset: {_type: 'reference', _ref: asset._id}}})
    .commit()
  const {refusals} = await exportSite({client, folder: site, prefer: 'studio'})
  expect(refusals.map(({message}) => message)).toEqual([
    'content/event/a/featured.png is a symbolic link: give the page another slug, or put the files in its place',
  ])
  expect(used.read('../elsewhere/media/logo.png')).toBe('a logo')
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function createTalk(current: string): Promise<void> {
  const slug = {_type: 'slug', current}
  await client.create({_type: 'talk', title: current, slug, start: '2025-05-05T05:00:00Z', timeZone: 'UTC'})
}

test('a configuration that is a symbolic link is read as Hugo reads it', async () => {
  rmSync(join(site, 'hugo.yaml'), {force: true})
  writeFiles(dirname(site), {'elsewhere/hugo.yaml': 'timeZone: America/New_York\n'})
  symlinkSync('../elsewhere/hugo.yaml', join(site, 'hugo.yaml'))
  writeFiles(site, {'content/event/b/index.md': '---\ntitle: B\ndate: 2024-05-01T10:00:00\n---\n'})
  await importSite({client, folder: site})
  expect(await client.fetch('*[title == "B"][0]{start, timeZone}')).toEqual({
    start: '2024-05-01T14:00:00Z',
    timeZone: 'America/New_York',
  })
  rmSync(join(dirname(site), 'elsewhere/hugo.yaml'))
  expect((await importSite({client, folder: site})).refusals).toEqual([
    {path: 'hugo.yaml', line: 1, message: 'The file cannot be read: it is not there any more (ENOENT)'},
  ])
})
