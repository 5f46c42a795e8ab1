import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach} from 'vitest'
import {type LakeInProcess, openLakeInProcess} from './lakeInProcess.ts'

/** A Hugo site in a folder beside an empty lake, both anew for each test. */
export interface UsedSite {
  client(): SanityClient
  /** The folder of the site. */
  site(): string
  /** The text of one of its files. */
  read(path: string): string
}

/** @param fill Puts files into the folder, which is there and empty. */
export function useSite(fill: (folder: string) => void): UsedSite {
  let lake: LakeInProcess
  const site = () => join(lake.folder, 'site')
  beforeEach(() => {
    lake = openLakeInProcess()
    mkdirSync(site())
    fill(site())
  })
  afterEach(async () => lake.close())
  return {client: () => lake.client, site, read: (path) => readFileSync(join(site(), path), 'utf8')}
}
