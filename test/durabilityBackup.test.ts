import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {restoreBackup} from '../lake/backup/restoreBackup.ts'
import {saveBackup} from '../lake/backup/saveBackup.ts'
import {newDataDir} from './support/newDataDir.ts'
import {type RunningLake, startLake} from './support/startLake.ts'

/** LECTERN_BACKUP=10000 is the long run. */
const DOCUMENTS = Number(process.env['LECTERN_BACKUP'] ?? 2000)
const WRITERS = 3
const UPLOADERS = 2
const API = '/v2025-02-19'

async function start(dataDir: string): Promise<RunningLake> {
  const lake = await startLake({dataDir})
  onTestFinished(() => lake.kill())
  return lake
}

async function post(lake: RunningLake, path: string, body: string): Promise<unknown> {
  const response = await lake.request(`${API}${path}`, {method: 'POST', body})
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
  return response.json()
}

const mutate = (lake: RunningLake, mutations: unknown[]): Promise<unknown> =>
  post(lake, '/data/mutate/production', JSON.stringify({mutations}))

async function fill(lake: RunningLake): Promise<void> {
  const text = '백엔드 개발에 대한 짧은 견해 '.repeat(40)
  for (let at = 0; at < DOCUMENTS; at += 500) {
    const ids = Array.from({length: Math.min(500, DOCUMENTS - at)}, (_, index) => `talk-${at + index}`)
    await mutate(
      lake,
      ids.map((_id) => ({create: {_id, _type: 'talk', text}})),
    )
  }
  for (let index = 0; index < 20; index += 1) await upload(lake, `kept ${index} ${text}`)
}

async function upload(lake: RunningLake, content: string): Promise<string> {
  await post(lake, '/assets/files/production?filename=a.txt', content)
  return `file-${createHash('sha1').update(content).digest('hex')}-txt`
}

/** Changes two documents in each transaction, until told to stop. */
async function writePairs(lake: RunningLake, name: string, goesOn: () => boolean): Promise<void> {
  for (let count = 1; goesOn(); count += 1) {
    const pair = ['left', 'right'].map((side) => ({
      createOrReplace: {_id: `${name}-${side}`, _type: 'pair', count, text: '글'.repeat(count % 500)},
    }))
    await mutate(lake, pair)
  }
}

/** Uploads files and deletes each of them a little later. */
async function comeAndGo(lake: RunningLake, name: string, goesOn: () => boolean): Promise<void> {
  const uploaded: string[] = []
  for (let count = 1; goesOn(); count += 1) {
    uploaded.push(await upload(lake, `${name} ${count}`))
    const [oldest] = uploaded.length > 5 ? uploaded.splice(0, 1) : []
    if (oldest !== undefined) await mutate(lake, [{delete: {id: oldest}}])
  }
}

/** What a copy must be, whenever it was taken: transactions whole, histories unbroken, and every file that a document names. */
async function check(lake: RunningLake): Promise<void> {
  const client = lake.client()
  expect(await client.fetch('count(*[_type == "talk"])')).toBe(DOCUMENTS)
  const pairs = await client.fetch<{_id: string; _rev: string; count: number}[]>('*[_type == "pair"] | order(_id)')
  for (const left of pairs.filter(({_id}) => _id.endsWith('-left'))) {
    const name = left._id.slice(0, -'-left'.length)
    const right = pairs.find(({_id}) => _id === `${name}-right`)
    expect([right?.count, right?._rev]).toEqual([left.count, left._rev])
    const path = `${API}/data/history/production/transactions/${left._id}?excludeContent=true&limit=10000`
    const lines = (await (await lake.request(path)).text()).trim().split('\n')
    expect([lines.length, JSON.parse(lines.at(-1) ?? '{}')['id']]).toEqual([left.count, left._rev])
  }
  const files = await client.fetch<{path: string; sha1hash: string}[]>('*[_type == "sanity.fileAsset"]{path, sha1hash}')
  expect(files.length).toBeGreaterThanOrEqual(20)
  for (const {path, sha1hash} of files) {
    const bytes = new Uint8Array(await (await lake.request(`/${path}`)).arrayBuffer())
    expect({path, sha1: createHash('sha1').update(bytes).digest('hex')}).toEqual({path, sha1: sha1hash})
  }
}

test(`backups of ${DOCUMENTS} documents under writers: each is whole, and the lake goes on in it`, async () => {
  const dataDir = newDataDir()
  const lake = await start(dataDir)
  await fill(lake)
  let isOver = false
  const goesOn = (): boolean => !isOver
  const archives = ['first', 'second', 'third'].map((name) => join(dataDir, '..', `${name}.tar`))
  const backUp = async (): Promise<void> => {
    for (const file of archives) expect(await saveBackup({file, dataDir, url: lake.url})).toBe('running')
  }
  await Promise.all([
    ...Array.from({length: WRITERS}, (_, index) => writePairs(lake, `pair${index}`, goesOn)),
    ...Array.from({length: UPLOADERS}, (_, index) => comeAndGo(lake, `file${index}`, goesOn)),
    backUp().finally(() => {
      isOver = true
    }),
  ])
  await check(lake)

  for (const [index, file] of archives.entries()) {
    const restored = join(dataDir, '..', `restored-${index}`)
    await restoreBackup(file, restored)
    const copy = await start(restored)
    await check(copy)
    await mutate(copy, [{create: {_id: 'after', _type: 'talk'}}])
    expect((await copy.client().getDocument('after'))?._type).toBe('talk')
    await copy.stop()
  }
}, 600_000)
