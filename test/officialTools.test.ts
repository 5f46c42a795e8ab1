import {createHash} from 'node:crypto'
import {createReadStream, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {at, defineMigration, run, set} from '@sanity/migrate'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import '../start/localLake.ts'
import {runSanity} from './support/runSanity.ts'
import {createDataDir, type RunningLectern, startLectern} from './support/startLectern.ts'

const {dataDir, remove} = createDataDir()
const folder = dirname(dataDir)
let lectern: RunningLectern
let client: SanityClient
let files: {image: string; imageHash: string; text: string; ndjson: string}

beforeAll(async () => {
  lectern = await startLectern({dataDir})
  client = lectern.client().withConfig({perspective: 'raw'})
  files = await writeFiles()
})
afterAll(async () => {
  await lectern?.kill()
  remove()
})

const sanity = (...args: string[]) => runSanity(lectern, dataDir, args)

/** What the command says belongs to Sanity; what it did is asked of the lake afterwards. */
async function succeed(...args: string[]): Promise<void> {
  const {code, out, err} = await sanity(...args)
  expect([args, code, code === 0 ? '' : out + err]).toEqual([args, 0, ''])
}

/** Two talks, an author behind both, a picture and a file, as somebody would write them down. */
async function writeFiles(): Promise<typeof files> {
  const [image, text, ndjson] = ['picture.png', 'slides.txt', 'talks.ndjson'].map((name) => join(folder, name))
  if (image === undefined || text === undefined || ndjson === undefined) throw new Error('No names')
  const picture = await sharp({create: {width: 40, height: 30, channels: 3, background: '#c84828'}})
    .png()
    .toBuffer()
  writeFileSync(image, picture)
  writeFileSync(text, '발표 자료')
  const dates = {_createdAt: '2024-10-03T13:00:00Z', _updatedAt: '2024-10-04T13:00:00Z'}
  const author = {_type: 'reference', _ref: 'author-yuna'}
  const documents = [
    {
      _id: 'talk-a',
      _type: 'talk',
      ...dates,
      title: '첫 번째 발표',
      authors: [{...author, _key: 'a1'}],
      image: {_type: 'image', _sanityAsset: `image@${pathToFileURL(image).href}`},
      slides: {_type: 'file', _sanityAsset: `file@${pathToFileURL(text).href}`},
    },
    {_id: 'talk-b', _type: 'talk', ...dates, title: '두 번째 발표', authors: [{...author, _key: 'b1'}]},
    {_id: 'drafts.talk-b', _type: 'talk', ...dates, title: '두 번째 발표 (고침)', authors: [{...author, _key: 'b1'}]},
    {_id: 'author-yuna', _type: 'author', ...dates, name: '김유나'},
  ]
  writeFileSync(ndjson, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  return {image, text, ndjson, imageHash: createHash('sha1').update(picture).digest('hex')}
}

async function newDataset(name: string): Promise<SanityClient> {
  await client.datasets.create(name, {aclMode: 'private'})
  return client.withConfig({dataset: name})
}

const importFile = (into: SanityClient, file: string, operation: 'create' | 'createOrReplace' = 'create') =>
  sanityImport(createReadStream(file), {client: into, operation})

const documentsOf = (from: SanityClient) => from.fetch<Array<Record<string, unknown>>>('*[] | order(_id)')

/**
 * What is the same in every copy: all but revisions, times of the copying (uploads are new, references are patched),
 * and the dataset's name in the addresses of assets.
 */
const comparable = (documents: Array<Record<string, unknown>>, dataset: string): unknown =>
  JSON.parse(
    JSON.stringify(
      documents.map(({_rev, _updatedAt, uploadId: _uploadId, ...rest}) =>
        String(rest['_type']).startsWith('sanity.') ? {...rest, _createdAt: ''} : rest,
      ),
    ).replaceAll(`/lectern/${dataset}/`, '/lectern/…/'),
  )

test('@sanity/import brings documents with their dates, files and pictures, and makes the references strong', async () => {
  const into = await newDataset('imported')
  expect(await importFile(into, files.ndjson)).toEqual({numDocs: 4, warnings: []})
  const image = `image-${files.imageHash}-40x30-png`
  expect(
    await into.fetch('*[_id == "talk-a"][0]{..., "name": authors[0]->name, "file": slides.asset->originalFilename}'),
  ).toEqual({
    _id: 'talk-a',
    _type: 'talk',
    _rev: expect.any(String),
    _createdAt: '2024-10-03T13:00:00Z',
    _updatedAt: expect.any(String),
    title: '첫 번째 발표',
    authors: [{_type: 'reference', _ref: 'author-yuna', _key: 'a1'}],
    image: {_type: 'image', asset: {_type: 'reference', _ref: image}},
    slides: {_type: 'file', asset: {_type: 'reference', _ref: expect.stringMatching(/^file-[0-9a-f]{40}-txt$/)}},
    name: '김유나',
    file: 'slides.txt',
  })
  expect(await into.getDocument('author-yuna')).toEqual({
    _id: 'author-yuna',
    _type: 'author',
    _rev: expect.any(String),
    _createdAt: '2024-10-03T13:00:00Z',
    _updatedAt: '2024-10-04T13:00:00Z',
    name: '김유나',
  })
  await expect(into.delete('author-yuna')).rejects.toThrow('cannot be deleted as there are references to it')
  const asset = await into.getDocument<{url: string; originalFilename: string}>(image)
  expect(asset?.originalFilename).toBe('picture.png')
  const bytes = await (await fetch(asset?.url ?? '')).arrayBuffer()
  expect(createHash('sha1').update(Buffer.from(bytes)).digest('hex')).toBe(files.imageHash)
})

test('@sanity/import refuses what is there already, and replaces it when told to', async () => {
  const into = client.withConfig({dataset: 'imported'})
  await into.patch('talk-a').set({title: 'Changed'}).commit()
  await expect(importFile(into, files.ndjson)).rejects.toThrow('already exists')
  expect(await into.fetch('*[_id == "talk-a"][0].title')).toBe('Changed')
  expect(await importFile(into, files.ndjson, 'createOrReplace')).toEqual({numDocs: 4, warnings: []})
  expect(await into.fetch('*[_id == "talk-a"][0].title')).toBe('첫 번째 발표')
  expect(await into.fetch('count(*[_type in ["sanity.imageAsset", "sanity.fileAsset"]])')).toBe(2)
})

test.each(['stream', 'cursor'] as const)(
  '@sanity/export (%s) gives an archive that imports to an equal dataset',
  async (mode) => {
    const from = client.withConfig({dataset: 'imported'})
    const archive = join(folder, `${mode}.tar.gz`)
    const result = await exportDataset({client: from, dataset: 'imported', outputPath: archive, mode})
    expect(result).toEqual({documentCount: 4, assetCount: 2, outputPath: archive})
    const into = await newDataset(`copy-${mode}`)
    await importFile(into, archive)
    expect(comparable(await documentsOf(into), `copy-${mode}`)).toEqual(comparable(await documentsOf(from), 'imported'))
  },
)

test('releases and their versions come out of one dataset and into another; a schedule comes paused', async () => {
  const from = (await newDataset('releases')).withConfig({apiVersion: '2025-02-19'})
  await from.createOrReplace({_id: 'author-yuna', _type: 'author', name: '김유나'})
  const at = '2999-10-03T04:00:00.000Z'
  for (const releaseId of ['ropen', 'rtimed', 'rout', 'raway']) {
    await from.releases.create({releaseId, metadata: {title: releaseId, releaseType: 'asap'}})
    const authors = [{_type: 'reference', _ref: 'author-yuna', _key: 'a1'}]
    await from.create({_id: `versions.${releaseId}.talk-${releaseId}`, _type: 'talk', authors})
  }
  await from.releases.schedule({releaseId: 'rtimed', publishAt: at})
  await from.releases.publish({releaseId: 'rout'})
  await from.releases.archive({releaseId: 'raway'})
  const archive = join(folder, 'releases.tar.gz')
  await exportDataset({client: from, dataset: 'releases', outputPath: archive})
  const before = await documentsOf(from)

  const into = await newDataset('releases-copy')
  expect((await importFile(into, archive)).numDocs).toBe(before.length)
  const paused = before.map(({publishAt, ...document}) =>
    publishAt === undefined
      ? document
      : {
          ...document,
          state: 'active',
          metadata: {title: 'rtimed', releaseType: 'scheduled', intendedPublishAt: at, cardinality: 'many'},
        },
  )
  expect(comparable(await documentsOf(into), 'releases-copy')).toEqual(comparable(paused, 'releases'))

  await into.releases.edit({releaseId: 'ropen', patch: {set: {'metadata.title': '고친 이름'}}})
  const again = (operation: 'createIfNotExists' | 'createOrReplace', releasesOperation: 'ignore' | 'replace') =>
    sanityImport(createReadStream(archive), {client: into, operation, releasesOperation})
  const title = async () => (await into.releases.get({releaseId: 'ropen'}))?.metadata.title
  await again('createIfNotExists', 'ignore')
  expect(await title()).toBe('고친 이름')
  await again('createOrReplace', 'replace')
  expect(await title()).toBe('ropen')
})

test('@sanity/migrate changes every document of a type, through its own requests', async () => {
  const into = await newDataset('migrated')
  await importFile(into, files.ndjson)
  const migration = defineMigration({
    title: 'A summary for every talk',
    documentTypes: ['talk'],
    migrate: {document: (document) => at('summary', set(`요약: ${String(document['title'])}`))},
  })
  const {token = ''} = client.config()
  const apiHost = new URL(lectern.url).host
  await run({api: {projectId: 'lectern', dataset: 'migrated', apiVersion: 'v2024-01-29', apiHost, token}}, migration)
  expect(await into.fetch('*[_type in ["talk", "author"]] | order(_id) {_id, summary}')).toEqual([
    {_id: 'author-yuna', summary: null},
    {_id: 'drafts.talk-b', summary: '요약: 두 번째 발표 (고침)'},
    {_id: 'talk-a', summary: '요약: 첫 번째 발표'},
    {_id: 'talk-b', summary: '요약: 두 번째 발표'},
  ])
})

test('sanity documents: create, get, query, delete', async () => {
  const document = {_id: 'note-1', _type: 'note', text: '메모'}
  writeFileSync(join(folder, 'note.json'), JSON.stringify(document))
  const version = ['--api-version', '2025-02-19']
  await succeed('documents', 'create', join(folder, 'note.json'))
  const got = await sanity('documents', 'get', 'note-1')
  expect([got.code, JSON.parse(got.out)]).toEqual([0, {...document, ...system}])
  const found = await sanity('documents', 'query', '*[_type == "note"]{text}', ...version)
  expect([found.code, JSON.parse(found.out)]).toEqual([0, [{text: '메모'}]])
  await succeed('documents', 'delete', 'note-1')
  expect((await sanity('documents', 'get', 'note-1')).code).toBe(1)
}, 120_000)

const system = {_rev: expect.any(String), _createdAt: expect.any(String), _updatedAt: expect.any(String)}

test('sanity datasets: create, list, import, export, visibility, delete', async () => {
  await succeed('datasets', 'create', 'by-hand', '--visibility', 'private')
  expect((await sanity('datasets', 'visibility', 'get', 'by-hand')).out.trim()).toBe('private')
  expect((await sanity('datasets', 'list')).out.split('\n')).toContain('by-hand')
  await succeed('datasets', 'import', files.ndjson, '--dataset', 'by-hand', '--replace')
  const archive = join(folder, 'by-hand.tar.gz')
  await succeed('datasets', 'export', 'by-hand', archive)
  await succeed('datasets', 'import', archive, '--dataset', 'by-hand', '--replace')
  const made = client.withConfig({dataset: 'by-hand'})
  expect(comparable(await documentsOf(made), 'by-hand')).toEqual(
    comparable(await documentsOf(client.withConfig({dataset: 'imported'})), 'imported'),
  )

  await succeed('datasets', 'visibility', 'set', 'by-hand', 'public')
  expect((await sanity('datasets', 'visibility', 'get', 'by-hand')).out.trim()).toBe('public')
  await succeed('datasets', 'delete', 'by-hand', '--force')
  expect((await client.datasets.list()).map(({name}) => name)).not.toContain('by-hand')
}, 180_000)

test('sanity documents validate: the seeded talk fits the schema', async () => {
  const {code, out} = await sanity('documents', 'validate', '--yes', '--format', 'json')
  const reports: Array<{documentType: string; level: string}> = JSON.parse(out)
  expect(code).toBe(0)
  expect(reports.filter(({level}) => level === 'error')).toEqual([])
}, 180_000)

test('sanity exec: a script reaches the lake that it names, and no other', async () => {
  const script = (options: string) => `
    import {getCliClient} from ${JSON.stringify(import.meta.resolve('sanity/cli'))}
    getCliClient({apiVersion: '2025-02-19', ${options}}).fetch('*[_id == "talk-a"][0].title').then(console.log)`
  const run = (name: string, options: string) => {
    writeFileSync(join(folder, name), script(options))
    return sanity('exec', join(folder, name))
  }
  const here =
    'apiHost: process.env.SANITY_INTERNAL_ENV, useProjectHostname: false, dataset: "imported", projectId: "lectern"'
  expect(await run('here.mjs', here)).toEqual({code: 0, out: '첫 번째 발표\n', err: ''})
  const elsewhere = await run('elsewhere.mjs', '')
  expect([elsewhere.code, elsewhere.err.includes('The project "lectern" is on this machine')]).toEqual([1, true])
}, 60_000)
