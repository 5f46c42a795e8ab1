import {cpSync, renameSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {talkId} from '../seed/ids/talkId.ts'
import {importSite} from '../seed/importSite.ts'
import {hashText} from '../seed/values/hashText.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const MOVED = 'content/event/zz-moved/index.md'
const ID = talkId(TALK)
const TEXT = '---\ntitle: 발표\nlocation: 부산\n---\n\n본문\n'
const OTHER = '---\ntitle: 다른 발표\n---\n\n다른 본문\n'

const used = useSite((folder) =>
  writeFiles(folder, {[TALK]: TEXT, 'content/event/other/index.md': '---\ntitle: O\n---\n'}),
)
const {put} = used
let client: SanityClient
let site = ''

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
})

const move = (from: string, to: string) => renameSync(join(site, dirname(from)), join(site, dirname(to)))
const talks = () =>
  client.fetch<unknown>(
    '*[_type == "talk" && _id != $other] | order(hugo.path){_id, title, location, "path": hugo.path}',
    {
      other: talkId('content/event/other/index.md'),
    },
  )
const settled = async () => {
  expect((await exportSite({client, folder: site})).steps).toEqual([])
  const {steps, notices, conflicts} = await importSite({client, folder: site, all: true})
  expect([steps, conflicts, notices.filter(({kind}) => kind !== 'sameSlug')]).toEqual([[], [], []])
}

test('a talk that moved and one that is new at its old place later are two talks', async () => {
  await client.patch(ID).set({location: '서울'}).commit()
  move(TALK, MOVED)
  await importSite({client, folder: site})
  put(TALK, OTHER)
  const {created, conflicts, refusals} = await importSite({client, folder: site})
  expect([created, conflicts, refusals]).toEqual([1, [], []])
  const second = `${ID}-${hashText(TALK)}`
  expect(await talks()).toEqual([
    {_id: second, title: '다른 발표', location: null, path: TALK},
    {_id: ID, title: '발표', location: '서울', path: MOVED},
  ])
  await exportSite({client, folder: site})
  await importSite({client, folder: site})
  await settled()
  move(TALK, 'content/event/away/index.md')
  await importSite({client, folder: site})
  put(TALK, OTHER.replace('본문', '글'))
  expect((await importSite({client, folder: site})).created).toBe(1)
  await settled()
  await client.delete(`${ID}-${hashText(`${TALK} 1`)}`)
  const {notices} = await importSite({client, folder: site})
  expect(notices.map(({kind, path}) => [kind, path])).toEqual([['deletedInStudio', TALK]])
})

test('a talk that moved and has a copy beside it stays one talk, and the copy is another', async () => {
  cpSync(join(site, dirname(TALK)), join(site, dirname(MOVED)), {recursive: true})
  move(TALK, 'content/event/moved/index.md')
  const {created, refusals} = await importSite({client, folder: site})
  expect([created, refusals]).toEqual([1, []])
  expect(await talks()).toEqual([
    {_id: ID, title: '발표', location: '부산', path: 'content/event/moved/index.md'},
    {_id: talkId(MOVED), title: '발표', location: '부산', path: MOVED},
  ])
  await settled()
})

test('talks with one and the same text keep their documents when their folders move', async () => {
  put(MOVED, TEXT)
  await importSite({client, folder: site})
  const before = await client.fetch('*[title == "발표"]._id | order(@)')
  renameSync(join(site, 'content/event'), join(site, 'content/talk'))
  const {created, gone} = await importSite({client, folder: site})
  expect([created, gone]).toEqual([0, 0])
  expect(await client.fetch('*[title == "발표"]._id | order(@)')).toEqual(before)
  await settled()
})

test('folders named with and without composed letters are two talks', async () => {
  const [nfc, nfd] = ['NFC', 'NFD'].map((form) => `content/event/${'발표'.normalize(form)}/index.md`)
  put(nfc ?? '', OTHER)
  put(nfd ?? '', OTHER.replace('본문', '글'))
  const {created, refusals} = await importSite({client, folder: site})
  expect([created, refusals]).toEqual([2, []])
  await settled()
})
