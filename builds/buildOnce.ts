import {randomUUID} from 'node:crypto'
import {existsSync, statSync} from 'node:fs'
import {mkdir, readdir, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

export interface BuildOnceOptions {
  /** Where builds of one kind are kept, beside nothing else. */
  folder: string
  /** The build's name in it: a hash of all that it is made of. */
  key: string
  /** Writes the build into an empty folder. */
  build(into: string): Promise<void>
}

/** A build is missing, and this user may not make it. */
export class BuildFolderError extends Error {
  override readonly name = 'BuildFolderError'
}

const ONE_DAY = 86_400_000

/**
 * The folder of a build, made now unless it is there. It appears in one step, so a build that was cut off is never used and several processes may
 * start at once. Builds of other sources are removed when they are a day old.
 *
 * Whoever may read the folder may read the build: it may be made by another user than the one who runs it.
 *
 * @throws BuildFolderError; what `build` throws, when no other process has made the same build in the meantime
 */
export async function buildOnce({folder, key, build}: BuildOnceOptions): Promise<string> {
  const target = join(folder, key)
  if (existsSync(target)) return target
  const temporary = join(folder, `building-${randomUUID()}`)
  await mkdir(temporary, {recursive: true}).catch((error: unknown) => {
    throw isRefused(error) ? new BuildFolderError(mayNotWrite(folder), {cause: error}) : error
  })
  try {
    await build(temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {recursive: true, force: true})
    if (!existsSync(target)) throw error
  }
  await removeOld(folder, key)
  return target
}

/** On a read-only disk Node says ENOENT, though what is asked for is to be made. */
function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(String(error.code))
  )
}

function mayNotWrite(folder: string): string {
  return `There is no build of these sources in ${folder}, and this user may not write there. Run the command once as a user who may, or give this one the right.`
}

async function removeOld(folder: string, current: string): Promise<void> {
  const oldest = Date.now() - ONE_DAY
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    // Another process may be removing the same.
    const stats = statSync(path, {throwIfNoEntry: false})
    if (name !== current && stats && stats.mtimeMs < oldest) await rm(path, {recursive: true, force: true})
  }
}
