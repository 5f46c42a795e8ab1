import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake, type Lake} from '../createLake.ts'
import {archiveBackup} from './archiveBackup.ts'
import {restoreBackup} from './restoreBackup.ts'
import {saveBackup} from './saveBackup.ts'

/** A disk in memory, where there is one: files of it have no second name anywhere else. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let folder: string
let elsewhere: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-backup-'))
  elsewhere = mkdtempSync(join(memory, 'lectern-backup-'))
})
afterEach(() => {
  for (const one of [folder, elsewhere]) rmSync(one, {recursive: true, force: true})
})

const host = 'localhost:3333'
const open = (dataDir: string): Lake => createLake({dataDir, projectId: 'lectern', dataset: 'production'})
const ask = (lake: Lake, path: string, init: RequestInit = {}): Promise<Response> =>
  lake.fetch(new Request(`http://${host}${path}`, {...init, headers: {host, authorization: `Bearer ${lake.token}`}}))

/** A lake with one file, which is told to whoever asks for what is uploaded. */
async function filled(dataDir: string): Promise<void> {
  const lake = open(dataDir)
  await ask(lake, '/v1/assets/files/production?filename=notes.txt', {method: 'POST', body: 'the notes'})
  await lake.close()
}

async function notesIn(dataDir: string): Promise<string> {
  const lake = open(dataDir)
  const query = encodeURIComponent('*[_type == "sanity.fileAsset"][0].path')
  const {result}: {result: string} = await (await ask(lake, `/v1/data/query/production?query=${query}`)).json()
  const text = await (await ask(lake, `/${result}`)).text()
  await lake.close()
  return text
}

function moveAssets(dataDir: string): void {
  cpSync(join(dataDir, 'assets'), join(elsewhere, 'assets'), {recursive: true})
  rmSync(join(dataDir, 'assets'), {recursive: true})
  symlinkSync(join(elsewhere, 'assets'), join(dataDir, 'assets'))
}

test('uploaded files on another disk are saved with the rest', async () => {
  const dataDir = join(folder, 'data')
  await filled(dataDir)
  moveAssets(dataDir)
  const file = join(folder, 'backup.tar')
  await saveBackup({file, dataDir, url: 'http://127.0.0.1:1'})
  expect(readdirSync(dataDir).sort()).toEqual(['assets', 'cache', 'lake.sqlite', 'settings.sqlite', 'token'])
  expect(await restoreBackup(file, join(folder, 'restored'))).toBe(2)
  expect(await notesIn(join(folder, 'restored'))).toBe('the notes')
})

test('files that can have no second name are held until the archive is read', async () => {
  const dataDir = join(folder, 'data')
  await filled(dataDir)
  moveAssets(dataDir)
  const steps: string[] = []
  const backup = archiveBackup({
    dataDir,
    copyDatabase: (copy) => Promise.resolve(cpSync(join(dataDir, 'lake.sqlite'), copy)),
    holdBlobs: () => () => void steps.push('released'),
  })
  await backup.next()
  const linksAreThere = statSync(dataDir).dev === statSync(elsewhere).dev
  expect(steps).toEqual(linksAreThere ? ['released'] : [])
  for await (const _ of backup) steps.push('read')
  expect(steps.at(-1)).toBe('released')
})

test('a folder that is a link, or a disk of its own, is restored into and stays the one it is', async () => {
  await filled(join(folder, 'data'))
  const file = join(folder, 'backup.tar')
  await saveBackup({file, dataDir: join(folder, 'data'), url: 'http://127.0.0.1:1'})
  const link = join(folder, 'link')
  symlinkSync(elsewhere, link)
  // What a new disk has, and what a restore that was stopped has left.
  mkdirSync(join(elsewhere, 'lost+found'))
  mkdirSync(join(elsewhere, 'restoring'))
  writeFileSync(join(elsewhere, 'restoring/lake.sqlite'), 'half of it')
  const {ino} = statSync(elsewhere)
  expect(await restoreBackup(file, link)).toBe(2)
  expect([lstatSync(link).isSymbolicLink(), statSync(link).ino]).toEqual([true, ino])
  expect(readdirSync(elsewhere).sort()).toEqual(['assets', 'lake.sqlite', 'lost+found'])
  expect(await notesIn(link)).toBe('the notes')
})

test('a restore into a folder that fails leaves it empty', async () => {
  writeFileSync(join(folder, 'backup.tar'), 'x'.repeat(2048))
  await expect(restoreBackup(join(folder, 'backup.tar'), elsewhere)).rejects.toThrow(
    'The archive is damaged, or it is none.',
  )
  expect(readdirSync(elsewhere)).toEqual([])
})

test('what a backup has left whose process was killed is removed at the next start', async () => {
  const dataDir = join(folder, 'data')
  await filled(dataDir)
  mkdirSync(join(dataDir, 'backup-in-progress-a1b2c3'))
  writeFileSync(join(dataDir, 'backup-in-progress-a1b2c3/lake.sqlite'), 'half of it')
  mkdirSync(join(dataDir, 'backup-monday'))
  await open(dataDir).close()
  expect(readdirSync(dataDir).filter((name) => name.startsWith('backup-'))).toEqual(['backup-monday'])
})

test('a database that cannot be copied is told to who asks for the backup', async () => {
  const lake = open(join(folder, 'data'))
  await lake.close()
  const answer = await ask(lake, '/v1/backup')
  expect([answer.status, await answer.json()]).toEqual([
    503,
    {statusCode: 503, error: 'storage_closed', message: 'database is not open'},
  ])
  expect(readFileSync(join(folder, 'data/token'), 'utf8').trim()).toBe(lake.token)
})
