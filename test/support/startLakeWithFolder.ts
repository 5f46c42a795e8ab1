import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {type RunningLake, startLake} from './startLake.ts'

/** A lake in a process of its own, in a folder of its own, with room for a site beside it. */
export interface LakeWithFolder {
  lake: RunningLake
  client: SanityClient
  folder: string
  close(): Promise<void>
}

/** Starts an empty lake. */
export async function startLakeWithFolder(): Promise<LakeWithFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-seed-'))
  const lake = await startLake({dataDir: join(folder, 'lake')})
  return {
    lake,
    client: lake.client(),
    folder,
    async close() {
      await lake.stop()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
