import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createBlobStore} from './blobStore.ts'
import {createBlobRemover} from './createBlobRemover.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/lectern-blobs-`)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

async function keep(blobs: ReturnType<typeof createBlobStore>, text: string): Promise<string> {
  const blob = await blobs.receive(new Blob([text]).stream())
  blob.keep()
  return blob.sha1
}

test('what nothing names is removed at once, or when nobody holds blobs any more', async () => {
  const blobs = createBlobStore(folder)
  const {remove, hold} = createBlobRemover(blobs, () => [])
  const [first, second] = [await keep(blobs, 'first'), await keep(blobs, 'second')]
  remove([first])
  expect(blobs.list()).toEqual([second])
  const [release, releaseToo] = [hold(), hold()]
  remove([second])
  release()
  release()
  expect(blobs.list()).toEqual([second])
  releaseToo()
  expect(blobs.list()).toEqual([])
})

test('what is named again while blobs are held stays', async () => {
  const blobs = createBlobStore(folder)
  const named: string[] = []
  const dataset = {idsWithPrefix: (prefix: string) => named.filter((id) => id.startsWith(prefix))}
  const {remove, hold} = createBlobRemover(blobs, () => [dataset])
  const sha1 = await keep(blobs, 'the slides')
  const release = hold()
  remove([sha1])
  named.push(`file-${sha1}-pdf`)
  release()
  expect(blobs.list()).toEqual([sha1])
})
