import {randomInt} from 'node:crypto'
import {
  type Stats,
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {partName} from '../bundle/partFile.ts'

/**
 * Writes a file, and its folder where that is missing: whoever reads it meanwhile, or after the power or the room on the disk ran
 * out, finds the old content or all of the new one. Its rights and its owner stay.
 * @param isStill Asked in the moment before the new content takes the place of the old one; what it throws leaves that there.
 * @throws The file system's own errors.
 */
export function replaceFile(path: string, content: string | Uint8Array, isStill: () => void = () => undefined): void {
  const folder = dirname(path)
  const made = makeFolder(folder)
  const before = statSync(path, {throwIfNoEntry: false})
  const part = join(folder, partName(randomInt(1e9, 1e10)))
  try {
    writeDurably(part, content)
    if (before) keepRights(part, before)
    isStill()
    renameSync(part, path)
  } catch (error) {
    rmSync(part, {force: true})
    if (made !== undefined) removeFolders(folder, made)
    throw error
  }
}

/**
 * Of a read-only disk Node says that the folder is not there (ENOENT): what it is asked of the folder above is true.
 * @returns The topmost folder that was made.
 */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, {recursive: true})
  } catch (error) {
    accessSync(nearestFolder(folder), constants.W_OK)
    throw error
  }
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path))
}

/** Removes a folder and those above it up to `top`, as far as nobody has put anything there. */
function removeFolders(folder: string, top: string): void {
  if (readdirSync(folder).length > 0) return
  rmdirSync(folder)
  if (folder !== top) removeFolders(dirname(folder), top)
}

/** `writeFileSync` writes again what the disk did not take at once, or throws. */
function writeDurably(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Only root may give a file to somebody else: from others it becomes their own. */
function keepRights(path: string, {uid, gid, mode}: Stats): void {
  const own = statSync(path)
  if ((own.uid !== uid || own.gid !== gid) && process.geteuid?.() === 0) chownSync(path, uid, gid)
  chmodSync(path, mode)
}
