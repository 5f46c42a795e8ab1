import {createReadStream, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
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

/**
 * The whole lake as a tar archive: database, uploaded files, accounts. The database may be written meanwhile.
 *
 * The copies lie in a folder beside the data until the archive is read or given up. Uploaded files never change, so the
 * archive has links to them, taken when the database is copied; until then none is removed.
 */
export async function* archiveBackup(options: BackupOptions): AsyncGenerator<Buffer> {
  const copy = mkdtempSync(join(options.dataDir, 'backup-'))
  try {
    await copyFiles(options, copy)
    for (const name of listFiles(copy)) {
      const {size, mtime} = statSync(join(copy, name))
      yield tarHeader(name, size, mtime)
      yield* createReadStream(join(copy, name))
      yield tarPadding(size)
    }
    yield tarEnd()
  } finally {
    rmSync(copy, {recursive: true, force: true})
  }
}

async function copyFiles({dataDir, copyDatabase, holdBlobs}: BackupOptions, copy: string): Promise<void> {
  const release = holdBlobs()
  try {
    await copyDatabase(join(copy, databaseFile))
    linkFiles(dataDir, copy)
  } finally {
    release()
  }
}

function linkFiles(from: string, to: string): void {
  const blobs = existsSync(join(from, 'assets')) ? listFiles(from, 'assets').filter((path) => blobOf(path)) : []
  for (const path of [...smallFiles.filter((name) => existsSync(join(from, name))), ...blobs]) {
    mkdirSync(dirname(join(to, path)), {recursive: true})
    linkSync(join(from, path), join(to, path))
  }
}

/** Paths of all files below `folder/under`, relative to `folder`. */
function listFiles(folder: string, under = '.'): string[] {
  return readdirSync(join(folder, under), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
    .sort()
}
