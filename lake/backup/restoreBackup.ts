import {createHash} from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {type Database, openDatabase} from '../store/database/openDatabase.ts'
import {BackupError} from './backupError.ts'
import {blobOf, databaseFile, isBackupFile} from './backupFiles.ts'
import {readTar, type TarEntry, TarError} from './tar.ts'

const restoring = 'restoring'

/** What may be in an empty folder: what an earlier restore did not finish, and the folder that a new disk of Linux has. */
const empty: ReadonlySet<string> = new Set([restoring, 'lost+found'])

/**
 * Makes a data folder of a backup. Nothing is there until all of it was read and checked; then it appears at once. A folder that is there stays
 * the one it is: it may be a disk of its own, or a link to one.
 * @returns the number of files
 * @throws BackupError when the folder is not empty, or the file is no whole backup
 */
export async function restoreBackup(file: string, dataDir: string): Promise<number> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  const isThere = existsSync(dataDir)
  if (isThere && readdirSync(dataDir).some((name) => !empty.has(name)))
    throw new BackupError(
      `${dataDir} is not empty, and a restore never overwrites anything. Move it away, or name another folder with LECTERN_DATA.`,
    )
  const part = isThere ? join(dataDir, restoring) : `${dataDir}.${restoring}`
  rmSync(part, {recursive: true, force: true})
  mkdirSync(part, {recursive: true, mode: 0o700})
  try {
    const files = await extract(file, part)
    renewDatabase(join(part, databaseFile))
    if (isThere) moveInto(part, dataDir)
    else renameSync(part, dataDir)
    return files
  } catch (error) {
    rmSync(part, {recursive: true, force: true})
    throw error instanceof TarError ? new BackupError(`${file}: ${error.message}`, {cause: error}) : error
  }
}

/** The database last: without one there is no lake. */
function moveInto(part: string, dataDir: string): void {
  const others = readdirSync(part).filter((name) => name !== databaseFile)
  for (const name of [...others, databaseFile]) renameSync(join(part, name), join(dataDir, name))
  rmdirSync(part)
}

async function extract(file: string, folder: string): Promise<number> {
  let files = 0
  for await (const entry of readTar(createReadStream(file))) {
    if (!isBackupFile(entry.name)) throw new TarError(`"${entry.name}" does not belong into a backup.`)
    await extractFile(entry, join(folder, entry.name))
    files++
  }
  return files
}

async function extractFile({name, content}: TarEntry, path: string): Promise<void> {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700})
  const hash = createHash('sha1')
  const hashed = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(hashed(), createWriteStream(path, {mode: 0o600, flush: true}))
  const sha1 = blobOf(name)
  if (sha1 !== undefined && hash.digest('hex') !== sha1) throw new TarError(`The file ${name} is damaged.`)
}

/**
 * Events of the lake that was saved are not events of this one, which counts on from the time of the backup: whoever listened to the other has to
 * begin anew, or would be told the wrong changes, or none.
 */
function beginAnew(database: Database): void {
  database.prepare('UPDATE datasets SET epoch = lower(hex(randomblob(4)))').run()
}

function renewDatabase(file: string): void {
  if (!existsSync(file)) throw new TarError('There is no database in it.')
  const database = openDatabase(file)
  try {
    const [result] = database.prepare<{quick_check: string}>('PRAGMA quick_check(1)').all()
    if (result?.quick_check !== 'ok') throw new TarError(`The database in it is damaged: ${result?.quick_check}`)
    beginAnew(database)
  } finally {
    database.close()
  }
}
