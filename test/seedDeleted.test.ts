import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {formatExport} from '../seed/report/formatPlan.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const TRANSLATION = 'content/event/talk/index.en.md'
const FILES = {
  'hugo.yaml': 'defaultContentLanguage: ko\nlanguages: {ko: {}, en: {}}\n',
  [TALK]: '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nauthors: [kim]\n---\n',
  [TRANSLATION]: '---\ntitle: Talk\ndate: 2024-05-01T10:00:00Z\n---\n',
  'content/authors/kim/_index.md': '---\ntitle: 김 저자\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
const {idOf} = used
let client: SanityClient
let site = ''

const titles = () => client.fetch<string[]>('*[_type == "talk"].title')

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site})
})

test('a talk that was deleted in the Studio does not come back with the next import, and that is said', async () => {
  await client.delete(await idOf(TALK))
  await client.delete(await idOf('content/authors/kim/_index.md'))
  const {created, notices, steps} = await importSite({client, folder: site})
  expect([created, steps.map(({id}) => id), notices.map(({kind, path}) => [kind, path])]).toEqual([
    1,
    ['author-kim'],
    [['deletedInStudio', TALK]],
  ])
  expect(await titles()).toEqual(['Talk'])
  expect((await exportSite({client, folder: site})).steps.map(({action, path}) => [action, path])).toEqual([
    ['gone', TALK],
  ])
  expect((await importSite({client, folder: site, prefer: 'file'})).created).toBe(1)
  expect((await titles()).toSorted()).toEqual(['Talk', '발표'])
})

test('a talk that was deleted in the Studio and changed on disk is a conflict, which --prefer decides', async () => {
  await client.delete({query: '*[_type == "talk"]'})
  writeFileSync(join(site, TALK), `${FILES[TALK]}새 본문\n`)
  const conflict = {path: TALK, field: 'document', file: '(the file changed on disk)', studio: '(deleted)'}
  for (const dryRun of [true, false]) {
    const {created, inConflict, conflicts, notices} = await importSite({client, folder: site, dryRun})
    expect([created, inConflict, conflicts, notices.map(({kind, path}) => [kind, path])]).toEqual([
      0,
      1,
      [conflict],
      [
        ['deletedInStudio', TRANSLATION],
        ['conflict', TALK],
      ],
    ])
  }
  const left = await importSite({client, folder: site, prefer: 'studio'})
  expect([left.created, left.conflicts, left.notices.map(({kind}) => kind)]).toEqual([
    0,
    [],
    ['deletedInStudio', 'deletedInStudio'],
  ])
  const told = await exportSite({client, folder: site, prune: true})
  expect([told.conflicts, told.steps.map(({action, path}) => [action, path])]).toEqual([
    [conflict],
    [
      ['delete', TRANSLATION],
      ['conflict', TALK],
    ],
  ])
  expect([used.read(TALK), existsSync(join(site, TRANSLATION))]).toEqual([`${FILES[TALK]}새 본문\n`, false])
  expect((await importSite({client, folder: site, prefer: 'file'})).created).toBe(1)
  await client.delete(await idOf(TALK))
  writeFileSync(join(site, TALK), FILES[TALK])
  const removed = await exportSite({client, folder: site, prune: true, prefer: 'studio'})
  expect([removed.conflicts, removed.steps.map(({action}) => action)]).toEqual([[], ['delete']])
  expect(existsSync(join(site, TALK))).toBe(false)
})

test('a talk whose file went and came back is imported again', async () => {
  rmSync(join(site, TALK))
  expect((await importSite({client, folder: site, prune: true})).deleted).toBe(1)
  writeFileSync(join(site, TALK), FILES[TALK])
  expect((await importSite({client, folder: site})).created).toBe(1)
})

test('a talk that was edited since its file went is a conflict of --prune, decided by --prefer', async () => {
  rmSync(join(site, TALK))
  const id = await idOf(TALK)
  await client.createOrReplace({
    ...(await client.getDocument(id)),
    _id: `drafts.${id}`,
    _type: 'talk',
    title: '새 제목',
  })
  const conflict = {path: TALK, field: 'document', file: '(deleted)', studio: '(edited since the import)'}
  for (const dryRun of [true, false]) {
    const {conflicts, deleted, inConflict, notices} = await importSite({client, folder: site, prune: true, dryRun})
    expect([conflicts, deleted, inConflict]).toEqual([[conflict], 0, 1])
    expect(notices.filter(({path}) => path === TALK).map(({kind}) => kind)).toEqual(['conflict'])
  }
  const kept = await importSite({client, folder: site, prune: true, prefer: 'studio'})
  expect([kept.conflicts, kept.gone]).toEqual([[], 1])
  const removed = await importSite({client, folder: site, prune: true, prefer: 'file'})
  expect([removed.conflicts, removed.deleted]).toEqual([[], 1])
  expect(await client.fetch('count(*[_id in [$id, "drafts." + $id]])', {id})).toBe(0)
})

test('what an editor writes while --prune deletes is not lost', async () => {
  rmSync(join(site, TALK))
  const id = await idOf(TALK)
  used.meanwhile(/"delete"/, () => client.patch(id).set({title: '그사이'}).commit())
  const {conflicts, deleted} = await importSite({client, folder: site, prune: true})
  expect([conflicts.map(({path}) => path), deleted]).toEqual([[TALK], 0])
  expect(await client.fetch('*[_id == $id][0].title', {id})).toBe('그사이')

  rmSync(join(site, 'content/authors'), {recursive: true})
  used.meanwhile(/"createOrReplace"/, () => client.patch('author-kim').set({role: '교수'}).commit())
  const again = await importSite({client, folder: site, prune: true})
  expect([again.conflicts.map(({path}) => path).toSorted(), again.stubs]).toEqual([
    ['content/authors/kim/_index.md', TALK],
    0,
  ])
  expect(await client.fetch('*[_id == "author-kim"][0].role')).toBe('교수')
})

test('a page whose file was deleted is not written again, and that is said; a folder with none of the pages gets them all', async () => {
  const [folder, author] = [join(site, 'content/event/talk'), join(site, 'content/authors/kim')]
  rmSync(folder, {recursive: true})
  await client
    .patch(await idOf(TALK))
    .set({title: '새 제목'})
    .commit()
  const message =
    'Its file is not in the folder any more and is not written again: "npm run seed" with --prune deletes it in the Studio too, --prefer=studio writes the file.'
  const deleted = [TRANSLATION, TALK].map((path) => ({kind: 'deletedFile', path, message}))
  for (const dryRun of [true, false]) {
    const {steps, notices} = await exportSite({client, folder: site, dryRun})
    expect([steps, notices.toSorted((a, b) => (a.path < b.path ? -1 : 1))]).toEqual([[], deleted])
  }
  expect(existsSync(folder)).toBe(false)
  const restored = await exportSite({client, folder: site, prefer: 'studio'})
  expect([restored.steps.map(({action}) => action), restored.notices]).toEqual([['create', 'create'], []])
  expect([used.read(TALK), used.read(TRANSLATION)]).toEqual([
    FILES[TALK].replace('발표', '새 제목'),
    FILES[TRANSLATION],
  ])
  rmSync(folder, {recursive: true})
  rmSync(author, {recursive: true})
  expect((await exportSite({client, folder: site})).steps.map(({action}) => action)).toEqual([
    'create',
    'create',
    'create',
  ])
})

test('a talk made in the Studio of a site with languages is the same document when its file is read', async () => {
  await client.create({
    _type: 'talk',
    title: '새 발표',
    slug: {_type: 'slug', current: '새-발표'},
    start: '2025-05-05T05:00:00Z',
    timeZone: 'UTC',
  })
  await exportSite({client, folder: site})
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
})

test('a talk made in the Studio, exported, deleted and then changed on disk is kept, and removed when it was not changed', async () => {
  const made = ['새 발표', '다른 발표'].map((title) => ({
    _type: 'talk',
    title,
    slug: {_type: 'slug', current: title.replace(' ', '-')},
    start: '2025-05-05T05:00:00Z',
    timeZone: 'UTC',
  }))
  for (const talk of made) await client.create(talk)
  await exportSite({client, folder: site})
  await client.delete({query: '*[title in $titles]', params: {titles: made.map(({title}) => title)}})
  const [changed, same] = ['content/event/새-발표/index.md', 'content/event/다른-발표/index.md']
  writeFileSync(join(site, changed), `${used.read(changed)}새 본문\n`)
  const conflict = {path: changed, field: 'document', file: '(the file changed on disk)', studio: '(deleted)'}
  expect((await importSite({client, folder: site})).conflicts).toEqual([conflict])
  const {conflicts, steps} = await exportSite({client, folder: site, prune: true})
  expect([conflicts, steps.map(({action, path}) => [action, path])]).toEqual([
    [conflict],
    [
      ['delete', same],
      ['conflict', changed],
    ],
  ])
  expect([existsSync(join(site, changed)), existsSync(join(site, same, '..'))]).toEqual([true, false])
})

test('where nobody recorded what text the lake had, a file is kept and that is said, until the Studio is preferred', async () => {
  const paths = [TALK, TRANSLATION, 'content/authors/kim/_index.md']
  // As it was written before texts were recorded.
  await client
    .patch('lectern.sync')
    .set({paths: paths.join('\n')})
    .commit()
  await client.delete({query: '*[_type == "talk"]'})
  const conflicts = [TRANSLATION, TALK].map((path) => ({
    path,
    field: 'document',
    file: '(the file may have changed on disk: which text the lake had was never recorded)',
    studio: '(deleted)',
  }))
  expect((await importSite({client, folder: site})).conflicts).toEqual(conflicts)
  const kept = await exportSite({client, folder: site, prune: true})
  expect(kept.conflicts).toEqual(conflicts)
  expect(formatExport(kept, false).split('\n').slice(0, 2)).toEqual([
    `conflict ${TRANSLATION}`,
    '  deleted in the Studio, and perhaps changed on disk since, for which text the lake had was never recorded: npm run seed with --prefer=file brings it back, --prune with --prefer=studio removes the file',
  ])
  const removed = await exportSite({client, folder: site, prune: true, prefer: 'studio'})
  expect(removed.steps.map(({action}) => action)).toEqual(['delete', 'delete'])
})

test('an import completes the record of a version that had no texts in it', async () => {
  const {paths} = await client.fetch<{paths: string}>('*[_id == "lectern.sync"][0]{paths}')
  await client
    .patch('lectern.sync')
    .set({paths: paths.replaceAll(/\t.*/g, '')})
    .commit()
  expect((await importSite({client, folder: site})).steps).toEqual([])
  expect(await client.fetch('*[_id == "lectern.sync"][0].paths')).toBe(paths)
})

test('a deleted talk whose file cannot be read any more is not removed', async () => {
  await client.delete({query: '*[_type == "talk"]'})
  const latin = Buffer.from(FILES[TALK].replace('발표', 'Künstler'), 'latin1')
  writeFileSync(join(site, TALK), latin)
  const {steps} = await exportSite({client, folder: site, prune: true})
  expect(steps.map(({action, path}) => [action, path])).toEqual([
    ['delete', TRANSLATION],
    ['conflict', TALK],
  ])
  expect(readFileSync(join(site, TALK))).toEqual(latin)
})
