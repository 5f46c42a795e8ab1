import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const TALK = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nprojects: [tool]\n---\n본문\n'
const FILES = {
  'hugo.yaml': `languages: {ko: {}, en: {}}
defaultContentLanguage: ko
module:
  mounts:
  - {source: content, target: content, excludeFiles: "**.pdf"}
  - {source: docs/report.md, target: content/event/report/index.md}
  - {source: docs/plan.md, target: content/project/tool/index.md}
`,
  'docs/report.md': TALK,
  'docs/plan.md': '---\ntitle: 도구\n---\n',
  'content/event/lone.en.md': '---\ntitle: Lone\ndate: 2024-05-02T10:00:00Z\n---\n',
  'content/data/odd.md': '---\ntitle: 자료\ntype: event\ndate: 2024-05-03T10:00:00Z\n---\n본문\n',
  'content/news/_index.md': '---\ntitle: 소식\n---\n',
  'content/news/2024.md': '---\ntitle: 소식\ntype: event\ndate: 2024-05-04T10:00:00Z\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
const {read, idOf} = used
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

const rename = async (path: string, current: string) =>
  client
    .patch(await idOf(path))
    .set({slug: {_type: 'slug', current}})
    .commit()

test('a file that the configuration names stays in its place: a new slug is written, a picture refused', async () => {
  await importSite({client, folder: site})
  await rename('docs/report.md', 'result')
  await rename('content/event/lone.en.md', 'alone')
  expect((await exportSite({client, folder: site})).steps.map(({action, path}) => [action, path])).toEqual([
    ['move', 'content/event/alone.en.md'],
    ['update', 'docs/report.md'],
  ])
  expect([read('docs/report.md'), read('content/event/alone.en.md')]).toEqual([
    TALK.replace('발표\n', '발표\nslug: result\n').replace('\n---\n본문', '\naliases:\n  - /event/report/\n---\n본문'),
    FILES['content/event/lone.en.md'].replace('\n---\n', '\naliases:\n  - /en/event/lone/\n---\n'),
  ])
  expect((await importSite({client, folder: site})).steps).toEqual([])

  const image = await client.assets.upload('image', PIXEL, {filename: 'a.png'})
  await client
    .patch(await idOf('docs/report.md'))
    .set({image: {_type: 'image', asset: {_type: 'reference', _ref: image._id}}})
    .commit()
  expect((await exportSite({client, folder: site})).refusals).toEqual([
    {
      path: 'docs/report.md',
      message:
        "docs/report.md is named in the site's configuration (module.mounts), so it cannot become a folder with files: take the picture or file out of it, or mount a folder",
    },
  ])
})

test('a project in a file that the configuration names goes by the name of its place', async () => {
  await importSite({client, folder: site})
  await client
    .patch(await idOf('content/news/2024.md'))
    .set({projects: [{_type: 'reference', _ref: await idOf('docs/plan.md'), _key: 'a'}]})
    .commit()
  await exportSite({client, folder: site})
  expect(read('content/news/2024.md')).toBe(
    FILES['content/news/2024.md'].replace('\n---\n', '\nprojects:\n  - tool\n---\n'),
  )
})

test('a talk in a folder of the content named data is a page; for another generation neither it nor its section moves', async () => {
  await importSite({client, folder: site})
  expect(await client.fetch('*[hugo.path == "content/data/odd.md"][0]{title, "b": body[0].children[0].text}')).toEqual({
    title: '자료',
    b: '본문',
  })
  await client
    .patch(await idOf('content/data/odd.md'))
    .set({title: '자료 둘'})
    .commit()
  await exportSite({client, folder: site})
  expect(read('content/data/odd.md')).toBe(FILES['content/data/odd.md'].replace('자료', '자료 둘'))
  await exportSite({client, folder: site, dialect: 'kit'})
  expect(
    ['content/data/odd.md', 'content/news/2024.md', 'content/news/_index.md', 'docs/report.md', 'docs/plan.md'].map(
      (path) => existsSync(join(site, path)),
    ),
  ).toEqual([true, true, true, true, true])
})
