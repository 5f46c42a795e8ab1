import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const BROKEN = '---\ntitle: [\n---\n'
const TALK = 'content/event/talk/index.md'
const PAGES = {
  author: 'content/authors/lee/_index.md',
  slideDeck: 'content/slides/deck/index.md',
  project: 'content/project/api/index.md',
}

const used = useSite((folder) =>
  writeFiles(folder, {
    ...Object.fromEntries(Object.values(PAGES).map((path) => [path, BROKEN])),
    [TALK]: '---\ntitle: Talk\ndate: 2024-05-01\nauthors: [lee, lee]\nprojects: [api]\nslides: deck\n---\n',
  }),
)

const referred = () =>
  used.client().fetch(`*[_type == "talk"][0]{
    title, "authors": authors[]->name, "projects": projects[]->title, "slides": slides->title
  }`)

test('pages that others refer to and that cannot be read are refused, and keep no other page out', async () => {
  const [client, folder] = [used.client(), used.site()]
  const planned = await importSite({client, folder, dryRun: true})
  const {created, stubs, refusals, steps} = await importSite({client, folder})
  expect([created, stubs, refusals.map(({path}) => path), planned.steps.length]).toEqual([
    1,
    3,
    Object.values(PAGES),
    steps.length,
  ])
  expect(await referred()).toEqual({title: 'Talk', authors: ['lee', 'lee'], projects: ['api'], slides: 'deck'})
  await client
    .patch((await client.fetch<string>('*[_type == "talk"][0]._id')) ?? '')
    .set({title: '발표'})
    .commit()
  await exportSite({client, folder})
  expect(used.read(TALK)).toBe(
    '---\ntitle: 발표\ndate: 2024-05-01\nauthors: [lee, lee]\nprojects: [api]\nslides: deck\n---\n',
  )
})

test('a page that can be read again fills what stood in for it', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  for (const path of Object.values(PAGES)) writeFileSync(join(folder, path), '---\ntitle: Mended\n---\n')
  const {created, updated, refusals, conflicts} = await importSite({client, folder})
  expect([created, updated, refusals, conflicts]).toEqual([0, 3, [], []])
  expect(await referred()).toEqual({
    title: 'Talk',
    authors: ['Mended', 'Mended'],
    projects: ['Mended'],
    slides: 'Mended',
  })
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})
