import {mkdirSync} from 'node:fs'
import {afterEach, beforeEach} from 'vitest'
import {type LakeWithFolder, startLakeWithFolder} from './startLakeWithFolder.ts'
import {siteBeside, type UsedSite} from './useSite.ts'

/**
 * The same as `useSite`, but the lake listens on a port: for downloads of assets and for listeners, which do not go through the client's `fetch`.
 *
 * @param fill Puts files into the folder, which is there and empty.
 */
export function useServedSite(fill: (folder: string) => void): Omit<UsedSite, 'meanwhile'> {
  let served: LakeWithFolder
  const used = siteBeside(() => served)
  beforeEach(async () => {
    served = await startLakeWithFolder()
    mkdirSync(used.site())
    fill(used.site())
  })
  afterEach(async () => served.close())
  return used
}
