import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {TooManyRequestsError} from '../errors.ts'

export interface TransformCache {
  /** The bytes for a key: from the folder, or made once however many ask at the same time. */
  get(key: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>>
}

export interface TransformCacheOptions {
  folder: string
  /** Size of all files together, in bytes: the least recently used go first. */
  maxBytes: number
  /** Transformations at the same time, and how many more may wait: beyond that a TooManyRequestsError. */
  atOnce: number
  waiting: number
  /** Told why a result was answered and not kept, e.g. because the disk is full. */
  onError(error: unknown): void
}

/** Results of image transformations on disk. Nothing is lost when the folder is removed, also while it is used, or cannot be written. */
export function createTransformCache(options: TransformCacheOptions): TransformCache {
  const {folder, maxBytes, atOnce, waiting, onError} = options
  mkdirSync(folder, {recursive: true})
  const sizes = readSizes(folder)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const pending = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const slots = createSlots(atOnce, waiting)

  const keep = async (name: string, bytes: Uint8Array): Promise<void> => {
    const part = join(folder, `${randomUUID()}${unfinished}`)
    await mkdir(folder, {recursive: true})
    try {
      await writeFile(part, bytes)
      await rename(part, join(folder, name))
    } catch (error) {
      await rm(part, {force: true})
      throw error
    }
    total += bytes.byteLength - (sizes.get(name) ?? 0)
    sizes.delete(name)
    sizes.set(name, bytes.byteLength)
    for (const [oldest, size] of sizes) {
      if (total <= maxBytes) break
      sizes.delete(oldest)
      total -= size
      await rm(join(folder, oldest), {force: true})
    }
  }

  const load = async (name: string, make: () => Promise<Uint8Array<ArrayBuffer>>) => {
    const size = sizes.get(name)
    if (size !== undefined) {
      sizes.delete(name)
      sizes.set(name, size)
      const bytes = await readFile(join(folder, name)).catch(() => undefined)
      if (bytes !== undefined) return new Uint8Array(bytes)
    }
    const made = await slots.run(make)
    await keep(name, made).catch(onError)
    return made
  }

  return {
    get(key, make) {
      const name = createHash('sha256').update(key).digest('hex')
      const running = pending.get(name)
      if (running !== undefined) return running
      const result = load(name, make).finally(() => pending.delete(name))
      pending.set(name, result)
      return result
    },
  }
}

const unfinished = '.part'

/** Names and sizes of what an earlier run left, oldest first; what it did not finish is removed. */
function readSizes(folder: string): Map<string, number> {
  const names = readdirSync(folder)
  for (const name of names) if (name.endsWith(unfinished)) rmSync(join(folder, name), {force: true})
  const files = names
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((name) => ({name, stat: statSync(join(folder, name))}))
    .sort((a, b) => a.stat.mtimeMs - b.stat.mtimeMs)
  return new Map(files.map(({name, stat}) => [name, stat.size]))
}

function createSlots(atOnce: number, waiting: number) {
  let running = 0
  const queue: (() => void)[] = []
  return {
    async run<T>(task: () => Promise<T>): Promise<T> {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw new TooManyRequestsError('Too many images are being resized. Try again.')
        await new Promise<void>((resolve) => queue.push(resolve))
      }
      running += 1
      try {
        return await task()
      } finally {
        running -= 1
        queue.shift()?.()
      }
    },
  }
}
