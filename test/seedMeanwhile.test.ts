import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {talkId} from '../seed/ids.ts'
import {importSite} from '../seed/importSite.ts'
import {type LakeInProcess, openLakeInProcess} from './support/lakeInProcess.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const ID = talkId(TALK)
const TEXT = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\n---\n\n본문\n'
const CHANGED = TEXT.replace('본문', '새 본문')

let lake: LakeInProcess
let site = ''
/** What somebody else does once, right before the lake gets a request that fits. */
let meanwhile: {before: RegExp; act: () => Promise<unknown>} | undefined

beforeEach(() => {
  lake = openLakeInProcess(async (request) => {
    const asked = [...new URL(request.url).searchParams.values(), await request.clone().text()].join('\n')
    const due = meanwhile
    if (!due?.before.test(asked)) return
    meanwhile = undefined
    await due.act()
  })
  site = join(lake.folder, 'site')
  mkdirSync(site)
  writeFiles(site, {[TALK]: TEXT, 'content/event/other/index.md': '---\ntitle: Other\n---\n'})
})

afterEach(async () => lake.close())

const read = (path = TALK) => readFileSync(join(site, path), 'utf8')
const write = (text: string) => writeFileSync(join(site, TALK), text)
const talks = () => lake.client.fetch<string[]>('*[_type == "talk"] | order(_id)._id')

const MOMENTS = {
  'before it is read': /\*\[_id in \$ids\]\._id/,
  'before it is written': /"ifRevisionID"/,
}

for (const [moment, before] of Object.entries(MOMENTS)) {
  test(`a changed talk that an editor deletes while it is imported stays deleted, ${moment}, and is a conflict`, async () => {
    const {client} = lake
    await importSite({client, folder: site})
    write(CHANGED)
    meanwhile = {before, act: () => client.delete(ID)}
    const {created, inConflict, conflicts, notices} = await importSite({client, folder: site})
    expect([created, inConflict, conflicts, notices.map(({kind, path}) => [kind, path])]).toEqual([
      0,
      1,
      [{path: TALK, field: 'document', file: '(the file changed on disk)', studio: '(deleted)'}],
      [['conflict', TALK]],
    ])
    expect(await talks()).not.toContain(ID)
    const kept = await exportSite({client, folder: site, prune: true})
    expect([kept.steps.map(({action}) => action), read()]).toEqual([['conflict'], CHANGED])
    expect((await importSite({client, folder: site, prefer: 'file'})).created).toBe(1)
  })
}

test('with the Studio preferred such a talk stays deleted, and its changed file is no less the owner’s', async () => {
  const {client} = lake
  await importSite({client, folder: site})
  write(CHANGED)
  meanwhile = {before: MOMENTS['before it is read'], act: () => client.delete(ID)}
  const {created, conflicts, notices} = await importSite({client, folder: site, prefer: 'studio'})
  expect([created, conflicts, notices.map(({kind}) => kind)]).toEqual([0, [], ['deletedInStudio']])
  const kept = await exportSite({client, folder: site, prune: true})
  expect([kept.steps.map(({action}) => action), read()]).toEqual([['conflict'], CHANGED])
})

test('a talk that is read again without a change, and deleted meanwhile, is told as deleted', async () => {
  const {client} = lake
  await importSite({client, folder: site})
  meanwhile = {before: MOMENTS['before it is read'], act: () => client.delete(ID)}
  const {created, conflicts, notices} = await importSite({client, folder: site, all: true})
  expect([created, conflicts, notices.map(({kind, path}) => [kind, path])]).toEqual([
    0,
    [],
    [['deletedInStudio', TALK]],
  ])
})

test('a draft that an editor deletes while its file says that it is published now stays deleted', async () => {
  const {client} = lake
  write(TEXT.replace('---\n\n', 'draft: true\n---\n\n'))
  await importSite({client, folder: site})
  write(TEXT)
  meanwhile = {before: /"mutations"/, act: () => client.delete(`drafts.${ID}`)}
  expect((await importSite({client, folder: site})).conflicts).toHaveLength(1)
  expect(await talks()).not.toContain(ID)
})

test('what an editor changes in a draft while its file says that it is published now is not lost', async () => {
  const {client} = lake
  write(TEXT.replace('---\n\n', 'draft: true\n---\n\n'))
  await importSite({client, folder: site})
  write(TEXT)
  meanwhile = {
    before: /"mutations"/,
    act: () => client.patch(`drafts.${ID}`).set({location: '서울'}).commit(),
  }
  await importSite({client, folder: site})
  expect(await client.fetch('*[_type == "talk" && title == "발표"]{_id, location}')).toEqual([
    {_id: ID, location: '서울'},
  ])
})
