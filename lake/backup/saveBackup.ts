import {createWriteStream, existsSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {LakeError, LakeStartError} from '../errors.ts'
import {isObject} from '../isObject.ts'
import {openDatabase} from '../store/database/openDatabase.ts'
import {fileError} from '../store/database/storageError.ts'
import {archiveBackup, removeUnfinishedBackups} from './archiveBackup.ts'
import {BackupError} from './backupError.ts'
import {databaseFile} from './backupFiles.ts'

export interface SaveOptions {
  file: string
  dataDir: string
  /** Where a running lake answers, e.g. `http://127.0.0.1:3333`. */
  url: string
}

/**
 * Writes a backup: from the running lake, which has its folder to itself, else from the folder. The file appears when it is whole.
 * @throws BackupError
 */
export async function saveBackup({file, dataDir, url}: SaveOptions): Promise<'running' | 'folder'> {
  if (existsSync(file)) throw new BackupError(`${file} exists. Choose another name, or remove it.`)
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)}.`)
  if (!existsSync(join(dataDir, databaseFile))) throw new BackupError(`There is no lake in ${dataDir}.`)
  const isFree = tryFolder(dataDir)
  const content = isFree ? fromFolder(dataDir) : await fromRunning(dataDir, url)
  const part = `${file}.part`
  try {
    await pipeline(content, createWriteStream(part, {mode: 0o600, flush: true}))
    renameSync(part, file)
  } catch (error) {
    rmSync(part, {force: true})
    const told = fileError(error)
    throw told instanceof LakeError && told !== error
      ? new BackupError(`${file}: ${told.message}`, {cause: error})
      : error
  }
  return isFree ? 'folder' : 'running'
}

function tryFolder(dataDir: string): boolean {
  try {
    openDatabase(join(dataDir, databaseFile)).close()
    return true
  } catch (error) {
    if (error instanceof LakeStartError && error.code === 'locked') return false
    throw error
  }
}

async function* fromFolder(dataDir: string): AsyncGenerator<Buffer> {
  const database = openDatabase(join(dataDir, databaseFile))
  try {
    removeUnfinishedBackups(dataDir)
    yield* archiveBackup({
      dataDir,
      copyDatabase: (file) => database.backup(file),
      // The folder is this process's alone: nobody removes one.
      holdBlobs: () => () => undefined,
    })
  } finally {
    database.close()
  }
}

async function fromRunning(dataDir: string, url: string): Promise<Readable> {
  const token = readFileSync(join(dataDir, 'token'), 'utf8').trim()
  const response = await fetch(`${url}/v1/backup`, {headers: {authorization: `Bearer ${token}`}}).catch(
    (cause: unknown) => {
      throw new BackupError(
        `A lake is running on ${dataDir}, but nothing answers at ${url}. Name its port: PORT=… npm run backup -- FILE`,
        {cause},
      )
    },
  )
  if (response.status >= 500)
    throw new BackupError(`The lake at ${url} could not be saved: ${await reasonOf(response)}`)
  if (!response.ok || response.body === null)
    throw new BackupError(`${url} is not the lake that runs on ${dataDir}: it answered with ${response.status}.`)
  return Readable.from(untilItBreaks(response.body, url))
}

/** The message of a lake's error, or its status where something else answered. */
async function reasonOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  return isObject(body) && typeof body['message'] === 'string'
    ? body['message']
    : `it answered with ${response.status}.`
}

async function* untilItBreaks(body: AsyncIterable<Uint8Array>, url: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw new BackupError(
      `The lake at ${url} stopped in the middle of its backup; what it wrote to its terminal says why.`,
      {
        cause,
      },
    )
  }
}
