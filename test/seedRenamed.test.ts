import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const PROJECT = 'content/project/딥 러닝/index.md'
const TOOL = 'content/project/old_tool.md'
const DECK = 'content/slides/deck/index.md'
const TALK = 'content/event/talk/index.md'
const FILES = {
  [PROJECT]: '---\ntitle: 딥 러닝\n---\n',
  [TOOL]: '---\ntitle: 도구\n---\n',
  [DECK]: '---\ntitle: 슬라이드\n---\n# 하나\n',
  'content/authors/kim/_index.md': '---\ntitle: 김 저자\n---\n',
  [TALK]:
    '---\ntitle: 발표 # 제목\ndate: 2024-05-01T10:00:00Z\nprojects:\n- 딥 러닝 # 첫째\n- old_tool.md\n- nowhere\nauthors: [kim]\nslides: deck # 자료\n---\n본문\n',
  'content/event/other.md': '---\ntitle: 다른 발표\ndate: 2024-05-02T10:00:00Z\nprojects: [nowhere]\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
const {read} = used
let client: SanityClient
let site = ''

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
})

async function rename(path: string, current: string): Promise<void> {
  const id = await used.idOf(path)
  await client
    .patch(id)
    .set({slug: {_type: 'slug', current}})
    .commit()
}

test('a talk refers to a page that got another slug by its new name: the theme looks for it by nothing else', async () => {
  await rename(PROJECT, '딥-러닝')
  await rename(TOOL, 'tool')
  await rename(DECK, 'slides-2024')
  const dry = await exportSite({client, folder: site, dryRun: true})
  const {steps} = await exportSite({client, folder: site})
  expect(steps.map(({action, path, changed}) => [action, path, changed])).toEqual([
    ['move', 'content/slides/slides-2024/index.md', ['slug']],
    ['move', 'content/project/딥-러닝/index.md', ['slug']],
    ['move', 'content/project/tool.md', ['slug']],
    ['update', TALK, ['slides', 'projects']],
  ])
  expect(dry.steps.map(({after}) => after)).toEqual(steps.map(({after}) => after))
  expect(read(TALK)).toBe(
    FILES[TALK]
      .replace('- 딥 러닝 #', '- 딥-러닝 #')
      .replace('old_tool.md', 'tool')
      .replace('slides: deck', 'slides: slides-2024'),
  )
  expect((await exportSite({client, folder: site})).steps).toEqual([])
  const again = await importSite({client, folder: site, all: true})
  expect([again.steps, again.notices.flatMap(({kind, value}) => (kind === 'missingProject' ? [value] : []))]).toEqual([
    [],
    ['nowhere', 'nowhere'],
  ])
  writeFileSync(join(site, TALK), read(TALK).replace('본문', '새 본문'))
  const changed = await importSite({client, folder: site})
  expect(changed.steps.map(({changes}) => changes.map(({field}) => field))).toEqual([['body']])
})

test('an author keeps the folder by whose name the site refers to it, and that is said', async () => {
  await rename('content/authors/kim/_index.md', 'minji')
  const {steps, notices} = await exportSite({client, folder: site})
  expect([steps, notices]).toEqual([
    [],
    [
      {
        kind: 'droppedField',
        path: 'content/authors/kim/_index.md',
        field: 'slug',
        message:
          'The folder of an author keeps its name, by which pages of the site refer to it: the slug "minji" stays in the Studio.',
        value: 'minji',
      },
    ],
  ])
})

test('a translation in the folder of its own language keeps its place beside the other: Hugo knows it by nothing else', async () => {
  const [english, korean, lone] = ['en/event/one/index.md', 'ko/event/one/index.md', 'ko/event/two/index.md']
  const talk = '---\ntitle: T\ndate: 2024-05-02T10:00:00Z\n---\n'
  const files = {
    'hugo.yaml':
      'defaultContentLanguage: ko\nlanguages:\n  en: {contentDir: content/en}\n  ko: {contentDir: content/ko}\n',
    [`content/${english}`]: talk,
    [`content/${korean}`]: talk,
    [`content/${lone}`]: talk,
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(site, dirname(path)), {recursive: true})
    writeFileSync(join(site, path), content)
  }
  await importSite({client, folder: site})
  await rename(`content/${english}`, 'first')
  await rename(`content/${lone}`, 'second')
  const {steps} = await exportSite({client, folder: site})
  expect(steps.map(({action, path}) => [action, path])).toEqual([
    ['update', `content/${english}`],
    ['move', 'content/ko/event/second/index.md'],
  ])
  expect(read(`content/${english}`)).toBe(
    talk.replace('title: T\n', 'title: T\nslug: first\n').replace('\n---\n', '\naliases:\n  - /en/event/one/\n---\n'),
  )
  // The other files of this site are in no language's folder now.
  const again = await importSite({client, folder: site, all: true})
  expect(again.steps.filter(({action}) => action !== 'gone')).toEqual([])
})
