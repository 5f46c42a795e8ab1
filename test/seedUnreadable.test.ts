import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {asNobody} from './support/asNobody.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const talk = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01T10:00:00Z\n---\n\nText.\n`
const NAMES = ['open', 'locked', 'hidden'] as const
const FILES = Object.fromEntries(NAMES.map((name) => [`content/event/${name}/index.md`, talk(name)]))
const RIGHTS = 'this user may not read it: change its rights (EACCES)'

const used = useSite((folder) => writeFiles(folder, FILES))
let client: SanityClient
let site = ''

const titles = async () => (await client.fetch<string[]>('*[_type == "talk"].title')).toSorted()
const createTalk = (current: string) =>
  client.create({_type: 'talk', title: '새 발표', slug: {_type: 'slug', current}, start: '2025-01-01T00:00:00Z'})

beforeEach(() => {
  client = used.client()
  site = used.site()
  chmodSync(join(site, '..'), 0o755)
})

/** Takes the right to read from one page, and from the folder of another. */
function lock(): void {
  chmodSync(join(site, 'content/event/locked/index.md'), 0o000)
  chmodSync(join(site, 'content/event/hidden'), 0o000)
}

function unlock(): void {
  chmodSync(join(site, 'content/event/locked/index.md'), 0o644)
  chmodSync(join(site, 'content/event/hidden'), 0o755)
}

const refused = [
  {path: 'content/event/hidden', message: `The folder cannot be read: ${RIGHTS}`},
  {path: 'content/event/locked/index.md', line: 1, message: `The file cannot be read: ${RIGHTS}`},
]

test('files and folders that may not be read are refused, and the others imported', async () => {
  lock()
  expect((await asNobody(() => importSite({client, folder: site}))).refusals).toEqual(refused)
  expect(await titles()).toEqual(['open'])
})

test('what cannot be read is not gone: neither --prune of an import nor of an export removes it', async () => {
  await importSite({client, folder: site})
  lock()
  const {refusals, deleted, gone} = await asNobody(() => importSite({client, folder: site, prune: true}))
  expect([refusals, deleted, gone]).toEqual([refused, 0, 0])
  expect(await titles()).toEqual(['hidden', 'locked', 'open'])
  await client.delete({query: '*[title in ["locked", "hidden"]]'})
  expect((await asNobody(() => exportSite({client, folder: site, prune: true}))).refusals).toEqual(refused)
  unlock()
  expect(NAMES.map((name) => used.read(`content/event/${name}/index.md`))).toEqual(NAMES.map(talk))
})

test('with a configuration that cannot be read --prune deletes nothing: it says where the pages are', async () => {
  writeFiles(site, {'hugo.yaml': 'contentDir: pages\n', 'pages/event/own/index.md': talk('own')})
  expect((await importSite({client, folder: site})).created).toBe(1)
  writeFileSync(join(site, 'hugo.yaml'), 'contentDir: pages: x\n')
  const {refusals, deleted, gone} = await importSite({client, folder: site, prune: true})
  expect([refusals.map(({path}) => path), deleted, gone]).toEqual([['hugo.yaml'], 0, 1])
  expect(await titles()).toEqual(['hidden', 'locked', 'open', 'own'])
})

test('a folder without content is no site, also with a configuration that cannot be read', async () => {
  rmSync(join(site, 'content'), {recursive: true})
  writeFileSync(join(site, 'hugo.yaml'), 'a: b: c\n')
  await expect(importSite({client, folder: site, prune: true})).rejects.toThrow('holds no Hugo site')
})

// Other systems allow no such name.
test.runIf(process.platform === 'linux')('a folder whose name is not UTF-8 is refused by name', async () => {
  const folder = Buffer.concat([Buffer.from(join(site, 'content/event/bad')), Buffer.from([0xff])])
  mkdirSync(folder)
  writeFileSync(Buffer.concat([folder, Buffer.from('/index.md')]), talk('bad'))
  const {refusals, created} = await importSite({client, folder: site})
  expect([refusals, created]).toEqual([
    [{path: 'content/event/bad\uFFFD', message: 'Its name is not UTF-8: give it another one'}],
    3,
  ])
})

test.runIf(process.platform !== 'win32')('a file with a line break in its name is refused by name', async () => {
  const path = 'content/event/two\nlines.md'
  writeFileSync(join(site, path), talk('two'))
  const refusals = [{path, message: 'Its name has a line break: give it another one'}]
  expect((await importSite({client, folder: site})).refusals).toEqual(refusals)
  expect((await exportSite({client, folder: site})).refusals).toEqual(refusals)
})

test('a symbolic link is left alone and told, and nothing is written over where it leads', async () => {
  symlinkSync('open', join(site, 'content/event/linked'))
  const {notices} = await importSite({client, folder: site})
  expect(notices.map(({kind, path}) => [kind, path])).toEqual([['skippedFile', 'content/event/linked']])
  await createTalk('linked')
  expect((await exportSite({client, folder: site})).refusals.map(({message}) => message)).toEqual([
    'content/event/linked/index.md is taken by another page: give one of them another slug',
  ])
  rmSync(join(site, 'content/event/linked'))
  mkdirSync(join(site, 'elsewhere'))
  symlinkSync('../../elsewhere', join(site, 'content/event/linked'))
  expect((await exportSite({client, folder: site})).refusals.map(({message}) => message)).toEqual([
    'content/event/linked is a symbolic link: give the page another slug, or put the files in its place',
  ])
  expect(used.read('content/event/open/index.md')).toBe(talk('open'))
})

test('links among the authors, media and static files of a site are told too, other data is no concern', async () => {
  writeFiles(site, {'elsewhere/kim.yaml': 'name: Kim\n', 'data/authors/lee.yaml': 'name: Lee\n'})
  const links = ['assets/media/albums', 'data/authors/kim.yaml', 'data/ko', 'static/dir', 'static/files/a.pdf']
  for (const path of [...links, 'data/other.yaml', 'data/other/kim.yaml']) {
    mkdirSync(join(site, dirname(path)), {recursive: true})
    symlinkSync('/nowhere', join(site, path))
  }
  const {notices, created} = await importSite({client, folder: site})
  expect([notices.map(({kind, path}) => [kind, path]), created]).toEqual([
    links.map((path) => ['skippedFile', path]),
    NAMES.length + 1,
  ])
})

test('a new talk is not written over a page that the configuration leaves out', async () => {
  writeFileSync(join(site, 'hugo.yaml'), 'ignoreFiles: ["left/index.md$"]\n')
  writeFiles(site, {'content/event/left/index.md': talk('left')})
  await importSite({client, folder: site})
  await createTalk('left')
  expect((await exportSite({client, folder: site})).refusals.map(({message}) => message)).toEqual([
    'content/event/left/index.md is taken by another page: give one of them another slug',
  ])
  expect(used.read('content/event/left/index.md')).toBe(talk('left'))
})

test('a page whose document no lake would take is refused, and the others imported', async () => {
  const file = join(site, 'content/event/open/index.md')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${'a\n\n'.repeat(250_000)}`)
  const {refusals, created} = await importSite({client, folder: site})
  expect([created, refusals.map(({path}) => path)]).toEqual([2, ['content/event/open/index.md']])
  expect(refusals[0]?.message).toMatch(/^The page is too large: its document has \d+ MB, and a Content Lake takes 32\./)
})
