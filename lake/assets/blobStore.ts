import {createHash, randomUUID} from 'node:crypto'
import {createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {open, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {fileError} from '../store/database/storageError.ts'

/** A blob that is on the disk but has no name yet: `keep` gives it one, `discard` forgets it. One of them must be called. */
export interface IncomingBlob {
  readonly sha1: string
  readonly size: number
  /** Where the bytes are until then. */
  readonly path: string
  /** Gives the blob its name, at once and atomically: readers see all of it or nothing. */
  keep(): void
  discard(): void
}

export interface BlobStore {
  receive(body: ReadableStream<Uint8Array> | null): Promise<IncomingBlob>
  pathOf(sha1: string): string
  /** Size in bytes, or undefined when there is no such blob. */
  sizeOf(sha1: string): number | undefined
  /** `from` and `to` are byte offsets, both inclusive. */
  read(sha1: string, range?: {from: number; to: number}): ReadableStream<Uint8Array<ArrayBuffer>>
  remove(sha1: string): void
  /** Hashes of all blobs. */
  list(): string[]
}

/**
 * Blobs named by the SHA-1 of their bytes, in folders by its first two digits.
 *
 * A blob is written before the document that names it, and both happen in one turn of the event loop (`keep`, then the
 * commit), so that a removal never comes in between. A crash between the two leaves a blob that nobody can name: wasted
 * space, and never a document without its blob.
 */
export function createBlobStore(folder: string): BlobStore {
  const incoming = join(folder, 'incoming')
  rmSync(incoming, {recursive: true, force: true})
  mkdirSync(incoming, {recursive: true})
  const pathOf = (sha1: string): string => join(folder, sha1.slice(0, 2), assertSha1(sha1))
  return {
    pathOf,
    receive: async (body) => {
      const path = join(incoming, randomUUID())
      const {sha1, size} = await writeHashed(path, body)
      return {
        sha1,
        size,
        path,
        keep: () => {
          if (existsSync(pathOf(sha1))) return rmSync(path, {force: true})
          mkdirSync(join(folder, sha1.slice(0, 2)), {recursive: true})
          renameSync(path, pathOf(sha1))
        },
        discard: () => rmSync(path, {force: true}),
      }
    },
    sizeOf: (sha1) => statSync(pathOf(sha1), {throwIfNoEntry: false})?.size,
    read: (sha1, range) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node's and the DOM's declarations of one class
      Readable.toWeb(
        createReadStream(pathOf(sha1), range === undefined ? {} : {start: range.from, end: range.to}),
      ) as ReadableStream<Uint8Array<ArrayBuffer>>,
    remove: (sha1) => rmSync(pathOf(sha1), {force: true}),
    list: () =>
      readdirSync(folder)
        .filter((name) => /^[0-9a-f]{2}$/.test(name))
        .flatMap((name) => readdirSync(join(folder, name))),
  }
}

function assertSha1(sha1: string): string {
  if (!/^[0-9a-f]{40}$/.test(sha1)) throw new RangeError('Not a SHA-1 hash')
  return sha1
}

async function writeHashed(path: string, body: ReadableStream<Uint8Array> | null) {
  const hash = createHash('sha1')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of body ?? []) {
      hash.update(chunk)
      size += chunk.byteLength
      await file.write(chunk)
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, {force: true})
    throw fileError(error)
  }
  await file.close()
  return {sha1: hash.digest('hex'), size}
}
