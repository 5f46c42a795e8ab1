import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {hashSource} from '../seed/bundle/hashPage.ts'
import {commit} from '../seed/client/commit.ts'
import {type Synced, recordSynced} from '../seed/client/recordSynced.ts'
import {readSyncRecord} from '../seed/client/syncRecord.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALKS = 60
/** Large enough for several transactions. */
const BODY = '발표의 본문입니다.\n\n'.repeat(200)
const talk = (name: number, more = '') => `---\ntitle: Talk ${name}\nauthors: [kim, lee]\n${more}---\n\n${BODY}`
const pathOf = (name: number) => `content/event/talk-${name}/index.md`
const FILES = {
  'content/authors/kim/_index.md': '---\ntitle: 김 저자\n---\n',
  ...Object.fromEntries(Array.from({length: TALKS}, (_, name) => [pathOf(name), talk(name)])),
}

const used = useSite((folder) => writeFiles(folder, FILES))

test('two imports of one site at the same moment both end well, each page made once', async () => {
  const [client, folder] = [used.client(), used.site()]
  const reports = await Promise.all([importSite({client, folder}), importSite({client, folder})])
  const pages = TALKS + 1
  expect(reports.map(({created, unchanged}) => created + unchanged)).toEqual([pages, pages])
  expect(reports.map(({created}) => created).reduce((sum, each) => sum + each)).toBe(pages)
  expect(reports.flatMap(({conflicts, refusals, updated}) => [conflicts, refusals, updated])).toEqual([
    [],
    [],
    0,
    [],
    [],
    0,
  ])
  expect(await client.fetch('count(*[_type == "talk"])')).toBe(TALKS)
  const again = await importSite({client, folder, all: true})
  expect([again.steps, again.unchanged]).toEqual([[], pages])
})

test('two imports of a changed site at the same moment change each page once', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  for (let name = 0; name < TALKS; name++) writeFileSync(join(folder, pathOf(name)), talk(name, 'subtitle: New\n'))
  const reports = await Promise.all([importSite({client, folder}), importSite({client, folder})])
  expect(reports.map(({updated}) => updated).reduce((sum, each) => sum + each)).toBe(TALKS)
  expect(reports.map(({conflicts}) => conflicts)).toEqual([[], []])
  expect(await client.fetch('count(*[subtitle == "New"])')).toBe(TALKS)
})

test('a site that refers to an author whose page another site has just now fills one document, whoever is first', async () => {
  const [client, folder] = [used.client(), used.site()]
  const other = join(folder, '..', 'other')
  writeFiles(other, {'content/event/own/index.md': talk(0)})
  await Promise.all([importSite({client, folder: other}), importSite({client, folder})])
  expect(await client.fetch('*[_type == "author"] | order(_id){_id, name}')).toEqual([
    {_id: 'author-kim', name: '김 저자'},
    {_id: 'author-lee', name: 'lee'},
  ])
})

test('what is refused for another reason than another writer is not tried again', async () => {
  const talk = {_id: 'a', _type: 'talk' as const, authors: [{_type: 'reference' as const, _key: 'k', _ref: 'nobody'}]}
  await expect(commit(used.client(), [[{create: talk}]])).rejects.toThrow('references non-existent document "nobody"')
})

test('what is recorded at the same moment is all remembered', async () => {
  const client = used.client()
  const record = async (changes: readonly Synced[]) => {
    const before = await readSyncRecord(client)
    await Promise.all(changes.map((change) => recordSynced(client, before, change)))
  }
  const names = Array.from({length: 8}, (_, name) => pathOf(name))
  await record(names.map((path) => ({added: new Map([[path, undefined]])})))
  await record([
    {added: new Map([['new.md', hashSource('a')]]), removed: [pathOf(0)]},
    {added: new Map(), removed: [pathOf(1)]},
  ])
  expect((await readSyncRecord(client)).texts).toEqual(
    new Map([['new.md', hashSource('a').slice(0, 12)], ...names.slice(2).map((path) => [path, ''] as const)]),
  )
})

test('a record too large for one request of a hosted lake is divided, and says the same', async () => {
  const client = used.client()
  const folder = '긴-이름의-폴더'.repeat(40)
  const texts = Array.from({length: 6000}, (_, name): [string, string] => [
    `${folder}/${name}/index.md`,
    hashSource(String(name)),
  ])
  const documents = () =>
    client.fetch<Array<{_id: string; paths: string}>>('*[_type == "lecternSync"] | order(_id){_id, paths}')
  const record = async (added: Array<[string, string]>, removed: readonly string[] = []) =>
    recordSynced(client, await readSyncRecord(client), {added: new Map(added), removed})
  await record(texts.slice(0, 2500))
  expect((await documents()).map(({_id}) => _id)).toEqual(['lectern.sync'])
  await record(texts.slice(2500))
  const divided = await documents()
  expect(divided.map(({_id}) => _id)).toEqual([
    'lectern.sync',
    'lectern.sync.part-1',
    'lectern.sync.part-2',
    'lectern.sync.part-3',
  ])
  expect(divided.filter(({paths}) => Buffer.byteLength(JSON.stringify(paths)) > 3_500_000)).toEqual([])
  const removed = texts.slice(0, 3000).map(([path]) => path)
  await record([], removed)
  expect((await readSyncRecord(client)).texts).toEqual(
    new Map(texts.slice(3000).map(([path, source]) => [path, source.slice(0, 12)])),
  )
})
