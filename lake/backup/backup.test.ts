import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake, type Lake} from '../createLake.ts'
import {archiveBackup} from './archiveBackup.ts'
import {restoreBackup} from './restoreBackup.ts'
import {saveBackup} from './saveBackup.ts'
import {readTar, tarEnd, tarHeader, tarPadding} from './tar.ts'

let folder: string
let lake: Lake | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-backup-'))
})
afterEach(async () => {
  await lake?.close()
  lake = undefined
  rmSync(folder, {recursive: true, force: true})
})

const host = 'localhost:3333'

function open(name: string): Lake {
  lake = createLake({dataDir: join(folder, name), projectId: 'lectern', dataset: 'production'})
  return lake
}

async function ask(on: Lake, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = {host, authorization: `Bearer ${on.token}`}
  return on.fetch(new Request(`http://${host}${path}`, {...init, headers}))
}

async function fill(on: Lake): Promise<void> {
  const mutations = Array.from({length: 50}, (_, index) => ({
    create: {_id: `talk-${index}`, _type: 'talk', title: '백엔드'},
  }))
  await ask(on, '/v1/data/mutate/production', {method: 'POST', body: JSON.stringify({mutations})})
  await ask(on, '/v1/assets/files/production?filename=notes.txt', {method: 'POST', body: 'the notes'})
}

async function saved(on: Lake, file: string): Promise<void> {
  const response = await ask(on, '/v1/backup')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-tar'])
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
}

const everything = async (on: Lake): Promise<unknown> =>
  (await (await ask(on, `/v1/data/query/production?query=${encodeURIComponent('*|order(_id)')}`)).json())['result']

test('what was saved while the lake ran is restored: documents, history and uploaded files', async () => {
  const first = open('data')
  await fill(first)
  const before = await everything(first)
  await saved(first, join(folder, 'backup.tar'))
  expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('backup-'))).toEqual([])
  await first.close()

  expect(await restoreBackup(join(folder, 'backup.tar'), join(folder, 'restored'))).toBe(2)
  const second = open('restored')
  expect(await everything(second)).toEqual(before)
  const history = await ask(second, '/v1/data/history/production/transactions/talk-1?excludeContent=true')
  expect((await history.text()).trim().split('\n')).toHaveLength(1)
  const [url] = (
    await (
      await ask(second, `/v1/data/query/production?query=${encodeURIComponent('*[_type == "sanity.fileAsset"].path')}`)
    ).json()
  )['result']
  expect(await (await ask(second, `/${url}`)).text()).toBe('the notes')
  expect(second.token).not.toBe(first.token)
})

test('who listened to the lake that was saved begins anew in the one that was restored', async () => {
  const firstEvent = async (on: Lake, lastEventId?: string): Promise<{event: string; id: string}> => {
    const headers = {host, authorization: `Bearer ${on.token}`, ...(lastEventId && {'last-event-id': lastEventId})}
    const path = '/v1/data/listen/production?query=*&enableResume=true'
    const response = await on.fetch(new Request(`http://${host}${path}`, {headers}))
    const reader = response.body?.getReader()
    const text = Buffer.from((await reader?.read())?.value ?? '').toString()
    await reader?.cancel()
    return {event: /event: (\w+)/.exec(text)?.[1] ?? '', id: /id: (.+)/.exec(text)?.[1] ?? ''}
  }
  const first = open('data')
  await fill(first)
  const {id} = await firstEvent(first)
  expect((await firstEvent(first, id)).event).toBe('welcomeback')
  await saved(first, join(folder, 'backup.tar'))
  await first.close()
  await restoreBackup(join(folder, 'backup.tar'), join(folder, 'restored'))
  expect((await firstEvent(open('restored'), id)).event).toBe('reset')
})

test('a lake that does not run is saved from its folder', async () => {
  const first = open('data')
  await fill(first)
  const before = await everything(first)
  await first.close()
  const file = join(folder, 'backup.tar')
  expect(await saveBackup({file, dataDir: join(folder, 'data'), url: 'http://127.0.0.1:1'})).toBe('folder')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await restoreBackup(file, join(folder, 'restored'))
  expect(await everything(open('restored'))).toEqual(before)
})

test('a lake that runs but does not answer is not saved, and says why', async () => {
  open('data')
  const saving = saveBackup({file: join(folder, 'a.tar'), dataDir: join(folder, 'data'), url: 'http://127.0.0.1:1'})
  await expect(saving).rejects.toThrow(/A lake is running on .*, but nothing answers at http:\/\/127\.0\.0\.1:1/)
  expect(readdirSync(folder)).toEqual(['data'])
})

test('only the administrator may take a backup', async () => {
  const response = await open('data').fetch(new Request(`http://${host}/v1/backup`, {headers: {host}}))
  expect(response.status).toBe(401)
})

test('a folder with anything in it is never overwritten', async () => {
  const first = open('data')
  await saved(first, join(folder, 'backup.tar'))
  mkdirSync(join(folder, 'other'))
  writeFileSync(join(folder, 'other/file'), 'mine')
  await expect(restoreBackup(join(folder, 'backup.tar'), join(folder, 'other'))).rejects.toThrow(/is not empty/)
  expect(readdirSync(join(folder, 'other'))).toEqual(['file'])
})

test('a backup that was cut off leaves nothing behind', async () => {
  const first = open('data')
  await fill(first)
  const file = join(folder, 'backup.tar')
  await saved(first, file)
  for (const size of [statSync(file).size - 1024, 5000, 100, 0]) {
    truncateSync(file, size)
    await expect(restoreBackup(file, join(folder, 'restored'))).rejects.toThrow('The archive is cut off.')
  }
  expect(readdirSync(folder).sort()).toEqual(['backup.tar', 'data'])
})

const archive = (files: Record<string, string>): Buffer =>
  Buffer.concat([
    ...Object.entries(files).flatMap(([name, text]) => {
      const content = Buffer.from(text)
      return [tarHeader(name, content.length, new Date(0)), content, tarPadding(content.length)]
    }),
    tarEnd(),
  ])

test.each([
  [{'../outside': 'x'}, '"../outside" does not belong into a backup.'],
  [{'assets/aa/../../../x': 'x'}, 'does not belong into a backup.'],
  [{'assets/aa/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa': 'x'}, 'is damaged.'],
  [{seeded: ''}, 'There is no database in it.'],
])('a made-up archive %j is refused', async (files, message) => {
  const file = join(folder, 'made-up.tar')
  writeFileSync(file, archive(files))
  await expect(restoreBackup(file, join(folder, 'restored'))).rejects.toThrow(message)
  expect(readdirSync(folder)).toEqual(['made-up.tar'])
})

test('an archive is read as it was written, in chunks of any size', async () => {
  const sha1 = createHash('sha1').update('x').digest('hex')
  const name = `assets/${sha1.slice(0, 2)}/${sha1}`
  const bytes = archive({seeded: '', [name]: '가나다'.repeat(300)})
  const chunks = Array.from({length: Math.ceil(bytes.length / 7)}, (_, index) =>
    bytes.subarray(index * 7, index * 7 + 7),
  )
  const read: unknown[] = []
  for await (const entry of readTar(Readable.from(chunks)))
    read.push([entry.name, entry.size, Buffer.concat(await Array.fromAsync(entry.content)).toString()])
  expect(read).toEqual([
    ['seeded', 0, ''],
    [name, 2700, '가나다'.repeat(300)],
  ])
})

test('giving a backup up removes its copies', async () => {
  const first = open('data')
  const copy = readFileSync(join(folder, 'data/lake.sqlite'))
  const backup = archiveBackup({
    dataDir: join(folder, 'data'),
    copyDatabase: (file) => Promise.resolve(writeFileSync(file, copy)),
    holdBlobs: () => () => undefined,
  })
  await backup.next()
  await backup.return(undefined)
  expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('backup-'))).toEqual([])
  await first.close()
})

test('uploaded files are held from before the database is copied until the archive has its links to them', async () => {
  const first = open('data')
  await fill(first)
  const dataDir = join(folder, 'data')
  const copy = readFileSync(join(dataDir, 'lake.sqlite'))
  const linked = (): number =>
    readdirSync(dataDir, {recursive: true, encoding: 'utf8'}).filter((path) =>
      /^backup-[\w-]+\/assets\/..\/\w+$/.test(path),
    ).length
  const steps: unknown[] = []
  const backup = archiveBackup({
    dataDir,
    copyDatabase: (file) => {
      steps.push('copied')
      return Promise.resolve(writeFileSync(file, copy))
    },
    holdBlobs: () => {
      steps.push('held')
      return () => void steps.push('released', linked())
    },
  })
  await backup.next()
  await backup.return(undefined)
  expect(steps).toEqual(['held', 'copied', 'released', 1])
  await first.close()
})
