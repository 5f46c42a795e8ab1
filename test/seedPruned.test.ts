import {chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {asNobody} from './support/asNobody.ts'
import {openLakeInProcess} from './support/lakeInProcess.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const FOLDER = 'content/event/talk'
const FILES = {
  'hugo.yaml': 'defaultContentLanguage: ko\nlanguages: {ko: {}, en: {}}\n',
  [`${FOLDER}/index.md`]: '---\ntitle: 발표\nurl_pdf: files/notes.pdf\n---\n',
  [`${FOLDER}/index.en.md`]: '---\ntitle: Talk\nurl_pdf: files/notes.pdf\n---\n',
  [`${FOLDER}/files/notes.pdf`]: '%PDF-1.4 notes',
  'content/event/other.md': '---\ntitle: Other\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
let client: SanityClient
let site = ''

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
  await client.delete({query: '*[hugo.path match "content/event/talk/*"]'})
})

const left = () =>
  existsSync(join(site, FOLDER)) ? readdirSync(join(site, FOLDER), {recursive: true, encoding: 'utf8'}).sort() : []

/** What an export with `--prune` does; its dry run says the same before, and does nothing. */
async function prune(): Promise<{steps: unknown[]; notices: unknown[]}> {
  const run = async (dryRun: boolean) => {
    const {steps, notices} = await exportSite({client, folder: site, prune: true, dryRun})
    return {steps: steps.map(({action, path, files}) => [action, path, files]), notices}
  }
  const before = left()
  const told = await run(true)
  expect(left()).toEqual(before)
  const done = await run(false)
  expect(told).toEqual(done)
  return done
}

const REMOVED = [
  ['delete', `${FOLDER}/index.en.md`, []],
  ['delete', `${FOLDER}/index.md`, [`${FOLDER}/files/notes.pdf`]],
]

/** Says that the folder stays, and for what. */
const keptFolder = (names: string) => ({
  kind: 'keptFile',
  path: FOLDER,
  message: `The folder stays when its page goes: the lake never had ${names}. Remove it yourself if nothing in it is wanted.`,
})

test('a deleted talk goes with its translation, the files that the lake has, and their folder', async () => {
  mkdirSync(join(site, FOLDER, 'empty'))
  expect(await prune()).toEqual({steps: REMOVED, notices: []})
  expect(left()).toEqual([])
})

test('what the owner put into the folder of a deleted talk stays, and is named', async () => {
  const own = {
    'photo.jpg': 'a photo',
    'raw/data.csv': '1,2\n',
    'notes.md': 'Notes\n',
    'a.txt': 'a',
    'b.txt': 'b',
    'c.txt': 'c',
  }
  writeFiles(join(site, FOLDER), own)
  symlinkSync('../other.md', join(site, FOLDER, 'link.md'))
  expect(await prune()).toEqual({
    steps: REMOVED,
    notices: [keptFolder('"a.txt", "b.txt", "c.txt", "notes.md", "photo.jpg" and 2 more')],
  })
  expect(left()).toEqual(['link.md', 'raw', ...Object.keys(own)].sort())
})

test('a file of a deleted talk that was replaced on disk stays', async () => {
  writeFiles(join(site, FOLDER), {'files/notes.pdf': '%PDF-1.4 other notes'})
  const {notices} = await prune()
  expect(notices).toEqual([keptFolder('"files/notes.pdf"')])
  expect(left()).toEqual(['files', 'files/notes.pdf'])
})

test('the files of a deleted talk stay for its translation, and for a page that Hugo passes over', async () => {
  await importSite({client, folder: site, prefer: 'file'})
  await client.delete({query: '*[title == "발표"]'})
  expect((await prune()).steps).toEqual([['delete', `${FOLDER}/index.md`, []]])
  expect(left()).toEqual(['files', 'files/notes.pdf', 'index.en.md'])
  await client.delete({query: '*[title == "Talk"]'})
  writeFiles(join(site, FOLDER), {'index.ko.md': '---\ntitle: 둘\n---\n', 'index.md': '---\ntitle: 하나\n---\n'})
  expect((await prune()).steps).toEqual([
    ['delete', `${FOLDER}/index.en.md`, []],
    ['foreign', `${FOLDER}/index.ko.md`, []],
  ])
  rmSync(join(site, FOLDER, 'index.md'))
  expect(left()).toEqual(['files', 'files/notes.pdf', 'index.ko.md'])
})

test('a page that may not be removed is refused, and the export goes on', async () => {
  chmodSync(join(site, '..'), 0o755)
  chmodSync(join(site, FOLDER), 0o555)
  const {steps, refusals} = await asNobody(() => exportSite({client, folder: site, prune: true}))
  chmodSync(join(site, FOLDER), 0o755)
  expect([steps.map(({action}) => action), refusals.map(({path}) => path)]).toEqual([
    ['gone', 'gone'],
    [`${FOLDER}/index.en.md`, `${FOLDER}/index.md`],
  ])
  expect(left()).toEqual(['files', 'files/notes.pdf', 'index.en.md', 'index.md'])
})

test('what --prune of an import deletes is read some at a time', async () => {
  const asked: number[] = []
  const lake = openLakeInProcess(({url}) => {
    const [, ids] = /\/data\/doc\/production\/(.*)/.exec(new URL(url).pathname) ?? []
    if (ids !== undefined) asked.push(ids.split(',').length)
  })
  try {
    const folder = join(lake.folder, 'site')
    const paths = Array.from({length: 120}, (_, name) => `content/event/talk-${name}.md`)
    writeFiles(folder, Object.fromEntries(paths.map((path) => [path, '---\ntitle: 발표\n---\n'])))
    await importSite({client: lake.client, folder})
    for (const path of paths.slice(1)) rmSync(join(folder, path))
    asked.length = 0
    expect((await importSite({client: lake.client, folder, prune: true})).deleted).toBe(119)
    // Each talk and its draft.
    expect(asked).toEqual([100, 100, 38])
  } finally {
    await lake.close()
  }
})
