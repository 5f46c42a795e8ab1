import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {talkId} from '../seed/ids/talkId.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const ID = talkId(TALK)
const TEXT = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\n---\n\n본문\n'
const CHANGED = TEXT.replace('본문', '새 본문')

const used = useSite((folder) =>
  writeFiles(folder, {[TALK]: TEXT, 'content/event/other/index.md': '---\ntitle: Other\n---\n'}),
)

const read = (path = TALK) => used.read(path)
const write = (text: string) => writeFileSync(join(used.site(), TALK), text)
const talks = () => used.client().fetch<string[]>('*[_type == "talk"] | order(_id)._id')

const MOMENTS = {
  'before it is read': /\*\[_id in \$ids\]\._id/,
  'before it is written': /"ifRevisionID"/,
}

for (const [moment, before] of Object.entries(MOMENTS)) {
  test(`a changed talk that an editor deletes while it is imported stays deleted, ${moment}, and is a conflict`, async () => {
    const client = used.client()
    await importSite({client, folder: used.site()})
    write(CHANGED)
    used.meanwhile(before, () => client.delete(ID))
    const {created, inConflict, conflicts, notices} = await importSite({client, folder: used.site()})
    expect([created, inConflict, conflicts, notices.map(({kind, path}) => [kind, path])]).toEqual([
      0,
      1,
      [{path: TALK, field: 'document', file: '(the file changed on disk)', studio: '(deleted)'}],
      [['conflict', TALK]],
    ])
    expect(await talks()).not.toContain(ID)
    const kept = await exportSite({client, folder: used.site(), prune: true})
    expect([kept.steps.map(({action}) => action), read()]).toEqual([['conflict'], CHANGED])
    expect((await importSite({client, folder: used.site(), prefer: 'file'})).created).toBe(1)
  })
}

test('with the Studio preferred such a talk stays deleted, and its changed file is no less the owner’s', async () => {
  const client = used.client()
  await importSite({client, folder: used.site()})
  write(CHANGED)
  used.meanwhile(MOMENTS['before it is read'], () => client.delete(ID))
  const {created, conflicts, notices} = await importSite({client, folder: used.site(), prefer: 'studio'})
  expect([created, conflicts, notices.map(({kind}) => kind)]).toEqual([0, [], ['deletedInStudio']])
  const kept = await exportSite({client, folder: used.site(), prune: true})
  expect([kept.steps.map(({action}) => action), read()]).toEqual([['conflict'], CHANGED])
})

test('a talk that is read again without a change, and deleted meanwhile, is told as deleted', async () => {
  const client = used.client()
  await importSite({client, folder: used.site()})
  used.meanwhile(MOMENTS['before it is read'], () => client.delete(ID))
  const {created, conflicts, notices} = await importSite({client, folder: used.site(), all: true})
  expect([created, conflicts, notices.map(({kind, path}) => [kind, path])]).toEqual([
    0,
    [],
    [['deletedInStudio', TALK]],
  ])
})

test('a draft that an editor deletes while its file says that it is published now stays deleted', async () => {
  const client = used.client()
  write(TEXT.replace('---\n\n', 'draft: true\n---\n\n'))
  await importSite({client, folder: used.site()})
  write(TEXT)
  used.meanwhile(/"mutations"/, () => client.delete(`drafts.${ID}`))
  expect((await importSite({client, folder: used.site()})).conflicts).toHaveLength(1)
  expect(await talks()).not.toContain(ID)
})

test('what an editor changes in a draft while its file says that it is published now is not lost', async () => {
  const client = used.client()
  write(TEXT.replace('---\n\n', 'draft: true\n---\n\n'))
  await importSite({client, folder: used.site()})
  write(TEXT)
  used.meanwhile(/"mutations"/, () => client.patch(`drafts.${ID}`).set({location: '서울'}).commit())
  await importSite({client, folder: used.site()})
  expect(await client.fetch('*[_type == "talk" && title == "발표"]{_id, location}')).toEqual([
    {_id: ID, location: '서울'},
  ])
})

test('what an export writes while the same site is imported is not undone by what the import had read before', async () => {
  const client = used.client()
  await importSite({client, folder: used.site()})
  await client
    .patch(ID)
    .set({slug: {_type: 'slug', current: 'moved'}, location: '서울'})
    .commit()
  used.meanwhile(MOMENTS['before it is read'], () => exportSite({client, folder: used.site()}))
  const {refusals} = await importSite({client, folder: used.site(), all: true})
  expect(refusals).toEqual([{path: TALK, message: 'The file changed while it was imported: import it again'}])
  expect(await client.fetch('*[_id == $id]{"path": hugo.path, location}', {id: ID})).toEqual([
    {path: 'content/event/moved/index.md', location: '서울'},
  ])
  expect(await client.fetch('*[_id == "lectern.sync"][0].paths')).not.toContain(TALK)
  const again = await importSite({client, folder: used.site(), all: true})
  expect([again.steps, again.refusals, (await exportSite({client, folder: used.site()})).steps]).toEqual([[], [], []])
})
