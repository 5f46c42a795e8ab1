import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'
import {readSite} from '../seed/bundle/readSite.ts'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

/** More than go into one transaction, so that some are in the lake when the network ends. */
const BODY = '발표의 본문입니다.\n\n'.repeat(400)
const pathOf = (name: number) => `content/event/talk-${name}/index.md`
const paths = Array.from({length: 16}, (_, name) => pathOf(name))
const used = useSite((folder) =>
  writeFiles(folder, Object.fromEntries(paths.map((path) => [path, `---\ntitle: 발표\n---\n\n${BODY}`]))),
)

const ends = () => Promise.reject(new Error('the network ended'))
const importing = (client: SanityClient) => importSite({client, folder: used.site()})
const talks = (client: SanityClient) =>
  client.fetch<Array<{_id: string; path: string}>>('*[_type == "talk"] | order(hugo.path){_id, "path": hugo.path}')
const records = (client: SanityClient) => client.fetch<string[]>('*[_type == "lecternSync"] | order(_id)._id')

test('a talk that is deleted after the network ended an import does not come back with the next one', async () => {
  const client = used.client()
  used.meanwhile(/talk-9\/index/, ends)
  await expect(importing(client)).rejects.toThrow('the network ended')
  const [deleted, ...others] = await talks(client)
  expect([deleted === undefined, others.length > 0, others.length < paths.length - 1]).toEqual([false, true, true])
  await client.delete(deleted?._id ?? '')
  const {created, notices} = await importing(client)
  expect([created + others.length, notices.map(({kind, path}) => [kind, path])]).toEqual([
    paths.length - 1,
    [['deletedInStudio', deleted?.path]],
  ])
  expect(await records(client)).toEqual(['lectern.sync'])
  expect((await importing(client)).steps).toEqual([])
})

test('so is what had changed on disk when the network ended an import: the record has its text', async () => {
  const client = used.client()
  await importing(client)
  const changed = `---\ntitle: 다른 발표\n---\n\n${BODY.replaceAll('본문', '새 본문')}`
  for (const path of paths) writeFileSync(join(used.site(), path), changed)
  used.meanwhile(/talk-9\/index/, ends)
  await expect(importing(client)).rejects.toThrow('the network ended')
  const [written] = await client.fetch<string[]>('*[title == "다른 발표"]._id')
  await client.delete(written ?? '')
  const {conflicts, notices} = await importing(client)
  expect([conflicts, notices.map(({kind}) => kind)]).toEqual([[], ['deletedInStudio']])
})

test('a talk of the Studio that is deleted after the network ended an export does not come back', async () => {
  const client = used.client()
  await importing(client)
  const made = {_type: 'talk', title: '새 발표', start: '2025-05-05T05:00:00Z', timeZone: 'UTC'}
  await client.create({...made, _id: 'talk-zz-1', slug: {_type: 'slug', current: '하나'}})
  await client.create({...made, _id: 'talk-zz-2', slug: {_type: 'slug', current: '둘'}})
  used.meanwhile(/event\/둘/, ends)
  await expect(exportSite({client, folder: used.site()})).rejects.toThrow('the network ended')
  await client.delete('talk-zz-1')
  // The page whose file was written before the lake could be told of it.
  const {steps, refusals} = await exportSite({client, folder: used.site()})
  expect([steps.map(({action, path}) => [action, path]), refusals]).toEqual([
    [
      ['create', 'content/event/둘/index.md'],
      ['gone', 'content/event/하나/index.md'],
    ],
    [],
  ])
  const {created, notices} = await importing(client)
  expect([created, notices.map(({kind, path}) => [kind, path])]).toEqual([
    0,
    [['deletedInStudio', 'content/event/하나/index.md']],
  ])
})

test('a page that moved when the network ended is the same page for the next import, and moves with the next export', async () => {
  const client = used.client()
  await importing(client)
  const [before] = await talks(client)
  const id = before?._id ?? ''
  const moved = {location: '서울', slug: {_type: 'slug', current: 'zz-moved'}}
  await client.patch(id).set(moved).commit()
  used.meanwhile(/"hugo"/, ends)
  await expect(exportSite({client, folder: used.site()})).rejects.toThrow('the network ended')
  const {created, updated, gone, conflicts} = await importing(client)
  expect([created, updated, gone, conflicts]).toEqual([0, 1, 0, []])
  const {steps} = await exportSite({client, folder: used.site()})
  expect(steps.map(({action, path, from}) => [action, path, from])).toEqual([
    ['move', 'content/event/zz-moved/index.md', before?.path],
  ])
  expect(used.read('content/event/zz-moved/index.md')).toContain('location: 서울')
  expect((await importing(client)).steps).toEqual([])
})

test('a page that was new when the network ended its export is the page of its document for the next import', async () => {
  const client = used.client()
  await importing(client)
  const talk = {_type: 'talk', title: '새 발표: 하나', start: '2025-05-05T05:00:00Z', timeZone: 'Asia/Seoul'}
  const made = {...talk, _id: 'made', tags: ['둘'], slug: {_type: 'slug', current: '하나'}}
  const open = {...talk, _id: 'drafts.open', title: 'Without a slug'}
  for (const [name, document] of [['하나', made] as const, ['without-a-slug', open] as const]) {
    await client.create(document)
    used.meanwhile(new RegExp(`event/${name}`), ends)
    await expect(exportSite({client, folder: used.site()})).rejects.toThrow('the network ended')
    const {created, updated, conflicts} = await importing(client)
    expect([name, created, updated, conflicts]).toEqual([name, 0, 1, []])
  }
  expect(await client.fetch('*[_type == "talk" && title != "발표"] | order(_id){_id, "path": hugo.path}')).toEqual([
    {_id: 'drafts.open', path: 'content/event/without-a-slug/index.md'},
    {_id: 'made', path: 'content/event/하나/index.md'},
  ])
  expect((await exportSite({client, folder: used.site()})).unchanged).toBe(paths.length + 2)
})

test('a page that only has the name of a document of the Studio is another page', async () => {
  const client = used.client()
  await importing(client)
  const [path, made] = ['content/event/하나/index.md', {_type: 'talk', title: '하나', start: '2025-05-05T05:00:00Z'}]
  await client.create({...made, _id: 'made', slug: {_type: 'slug', current: '하나'}})
  writeFiles(used.site(), {[path]: '---\ntitle: 다른 발표\ndate: 2025-05-05T05:00:00Z\n---\n'})
  expect((await importing(client)).created).toBe(1)
  const {refusals} = await exportSite({client, folder: used.site()})
  expect(refusals.map(({message}) => message)).toEqual([
    `${path} is taken by another page: give one of them another slug`,
  ])
})

test('a site that begins in an empty folder gets the rest with the next export when the network ended the first', async () => {
  const client = used.client()
  await importing(client)
  const folder = join(used.folder(), 'new')
  mkdirSync(folder)
  await client.patch((await talks(client))[9]?._id ?? '', {set: {location: '서울'}}).commit()
  used.meanwhile(/서울/, ends)
  await expect(exportSite({client, folder})).rejects.toThrow('the network ended')
  // The file of that page is there, though the lake was not told of it.
  const first = readSite(folder).pages.length
  expect([first > 0, first < paths.length]).toEqual([true, true])
  const {gone, deleted} = await importSite({client, folder, prune: true})
  expect([gone, deleted]).toEqual([0, 0])
  const {steps, notices} = await exportSite({client, folder})
  expect([steps.length, notices.map(({kind}) => kind)]).toEqual([paths.length - first, []])
  expect([readSite(folder).pages.length, readdirSync(folder)]).toEqual([paths.length, ['content']])
})

test('a page that could not be written while its site began is written by the next export', async () => {
  const client = used.client()
  await importing(client)
  const folder = join(used.folder(), 'new')
  mkdirSync(folder)
  const [broken] = await talks(client)
  const [id, path] = [broken?._id ?? '', broken?.path ?? '']
  await client.patch(id).set({body: 'no list of blocks'}).commit()
  const first = await exportSite({client, folder})
  expect([first.steps.length, first.refusals.map((refusal) => refusal.path)]).toEqual([paths.length - 1, [path]])
  expect(readFileSync(join(folder, '.lectern-unwritten'), 'utf8')).toBe(`${path}\n`)
  await client.patch(id).set({body: []}).commit()
  const second = await exportSite({client, folder})
  expect(second.steps.map((step) => [step.action, step.path])).toEqual([['create', path]])
  expect(readdirSync(folder)).toEqual(['content'])
})
