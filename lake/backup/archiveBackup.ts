import {
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {blobOf, databaseFile, smallFiles} from './backupFiles.ts'
import {tarEnd, tarHeader, tarPadding} from './tar.ts'

export interface BackupOptions {
  dataDir: string
  /** Copies the database, consistent in itself, to a file. */
  copyDatabase: (file: string) => Promise<void>
  /** Keeps uploaded files, although their documents are deleted, until the returned function is called. */
  holdBlobs: () => () => void
}

/** A file of the archive, and where it is read. */
interface Copy {
  name: string
  path: string
}

const copiesOf = 'backup-in-progress-'

/**
 * The whole lake as a tar archive: database, uploaded files, accounts. The database may be written meanwhile.
 *
 * The copies lie in a folder beside the data until the archive is read or given up. Uploaded files never change, so the
 * archive has links to them, taken when the database is copied; until then none is removed. Where a file can have no second
 * name (`assets` on another disk, a file system without links), it is read in its place, and none is removed until the end.
 */
export async function* archiveBackup(options: BackupOptions): AsyncGenerator<Buffer> {
  const folder = mkdtempSync(join(options.dataDir, copiesOf))
  let release = options.holdBlobs()
  try {
    await options.copyDatabase(join(folder, databaseFile))
    const copies = [{name: databaseFile, path: join(folder, databaseFile)}, ...copyFiles(options.dataDir, folder)]
    if (copies.every(({path}) => path.startsWith(folder))) {
      release()
      release = () => undefined
    }
    for (const {name, path} of copies) {
      const {size, mtime} = statSync(path)
      yield tarHeader(name, size, mtime)
      yield* createReadStream(path)
      yield tarPadding(size)
    }
    yield tarEnd()
  } finally {
    release()
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Removes the copies of backups that were never finished, because their process ended: whoever calls this has the folder to itself. */
export function removeUnfinishedBackups(dataDir: string): void {
  const left = readdirSync(dataDir).filter((name) => name.startsWith(copiesOf))
  for (const name of left) rmSync(join(dataDir, name), {recursive: true, force: true})
}

function copyFiles(from: string, to: string): Copy[] {
  const small = smallFiles.filter((name) => existsSync(join(from, name)))
  for (const name of small) copyFileSync(join(from, name), join(to, name))
  const blobs = existsSync(join(from, 'assets')) ? listFiles(from, 'assets').filter((name) => blobOf(name)) : []
  return [
    ...small.map((name) => ({name, path: join(to, name)})),
    ...blobs.map((name) => ({name, path: linked(join(from, name), join(to, name))})),
  ]
}

/** EPERM is what a file system without links says, e.g. exFAT. */
const noLinks = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** @returns the path of the link, or of the file itself where there can be none */
function linked(file: string, link: string): string {
  mkdirSync(dirname(link), {recursive: true})
  try {
    linkSync(file, link)
    return link
  } catch (error) {
    if (error instanceof Error && 'code' in error && noLinks.has(String(error.code))) return file
    throw error
  }
}

/** Paths of all files below `folder/under`, relative to `folder`. */
function listFiles(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
    .sort()
}
