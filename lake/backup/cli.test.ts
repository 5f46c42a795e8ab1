import {spawn} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {StorageError} from '../errors.ts'
import {saveBackup} from './saveBackup.ts'

const CLI = resolve('lake/backup/cli.ts')
const USAGE = `npm run backup -- FILE     writes the whole lake to a tar archive; also while it runs (on PORT)
npm run restore -- FILE    makes a data folder of one; the folder must be empty

The data folder is LECTERN_DATA (.lectern).
`

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lake-backup-cli-'))))
afterEach(() => rmSync(folder, {recursive: true}))

function run(...args: string[]): Promise<{code: number | null; out: string; err: string}> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: {...process.env, LECTERN_DATA: 'data'},
  })
  const printed = {out: '', err: ''}
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()))
  return new Promise((done) => child.on('close', (code) => done({code, ...printed})))
}

test('help is shown, and saved in no file of that name', async () => {
  expect(await run('backup', '--help')).toEqual({code: 0, out: USAGE, err: ''})
  expect(await run('backup')).toEqual({code: 1, out: '', err: USAGE})
  expect(readdirSync(folder)).toEqual([])
})

test('a lake is saved and restored; what would be left out is told, and so is a folder that is not there', async () => {
  const data = join(folder, 'data')
  await createLake({dataDir: data, projectId: 'lectern', dataset: 'production'}).close()
  expect(await run('backup', 'a.tar', 'b.tar')).toEqual({
    code: 1,
    out: '',
    err: 'One file at a time: b.tar would be left out.\n',
  })
  expect(await run('backup', 'there/a.tar')).toEqual({code: 1, out: '', err: 'There is no folder there.\n'})
  expect(await run('backup', 'a.tar')).toEqual({code: 0, out: `${data} is saved in a.tar.\n`, err: ''})
  rmSync(data, {recursive: true})
  expect(await run('restore', 'a.tar')).toEqual({
    code: 0,
    out: `${data} is restored from a.tar: 1 file.\n`,
    err: '',
  })
})

test('what a running lake says of a full disk is told in its words', async () => {
  const full = new StorageError('storage_full', 'The disk is full: nothing was stored.')
  const server = createServer((_, response) => response.writeHead(full.status).end(JSON.stringify(full.body())))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const dataDir = join(folder, 'data')
  const lake = createLake({dataDir, projectId: 'lectern', dataset: 'production'})
  try {
    await expect(saveBackup({file: join(folder, 'a.tar'), dataDir, url})).rejects.toThrow(
      `The lake at ${url} could not be saved: The disk is full: nothing was stored.`,
    )
  } finally {
    await lake.close()
    server.close()
  }
})
