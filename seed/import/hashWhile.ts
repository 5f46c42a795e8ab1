import {setImmediate} from 'node:timers/promises'
import {hashSource} from '../bundle/hashPage.ts'
import type {Site} from '../bundle/readSite.ts'
import {textIfReadable} from '../bundle/readText.ts'

/** Pages between two looks at what is awaited: some milliseconds. */
const BATCH = 25

/**
 * Reads and hashes the pages of a site for as long as something else is awaited.
 * @returns Its result, and by path the hashes of the texts of as many pages as there was time for. A page that cannot be
 * read has none.
 * @throws What the awaited promise rejects with.
 */
export async function hashWhile<Result>(
  awaited: Promise<Result>,
  {folder, pages}: Pick<Site, 'folder' | 'pages'>,
): Promise<{result: Result; hashes: ReadonlyMap<string, string>}> {
  const hashes = new Map<string, string>()
  const answer = {isThere: false}
  const stop = () => {
    answer.isThere = true
  }
  awaited.then(stop, stop)
  for (let start = 0; start < pages.length; start += BATCH) {
    await setImmediate()
    if (answer.isThere) break
    for (const {path} of pages.slice(start, start + BATCH)) {
      const text = textIfReadable(folder, path)
      if (text !== undefined) hashes.set(path, hashSource(text))
    }
  }
  return {result: await awaited, hashes}
}
