import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach} from 'vitest'
import {type LakeWithFolder, startLakeWithFolder} from './startLakeWithFolder.ts'
import type {UsedSite} from './useSite.ts'

/**
 * The same as `useSite`, but the lake listens on a port: for downloads of assets and for listeners, which do not go through the client's `fetch`.
 *
 * @param fill Puts files into the folder, which is there and empty.
 */
export function useServedSite(fill: (folder: string) => void): Omit<UsedSite, 'meanwhile'> {
  let served: LakeWithFolder
  const site = () => join(served.folder, 'site')
  beforeEach(async () => {
    served = await startLakeWithFolder()
    mkdirSync(site())
    fill(site())
  })
  afterEach(async () => served.close())
  return {
    client: () => served.client,
    site,
    folder: () => served.folder,
    read: (path) => readFileSync(join(site(), path), 'utf8'),
  }
}
