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
  /** The folder that the site and the lake's data, `lake`, are in, with room for more. */
  folder(): string
  /** The text of one of its files. */
  read(path: string): string
  /** What somebody else does, once, right before the lake gets a request whose parameters or body fit. */
  meanwhile(before: RegExp, act: () => Promise<unknown>): void
}

/** @param fill Puts files into the folder, which is there and empty. */
export function useSite(fill: (folder: string) => void): UsedSite {
  let lake: LakeInProcess
  let rival: {before: RegExp; act: () => Promise<unknown>} | undefined
  const site = () => join(lake.folder, 'site')
  const onRequest = async (request: Request) => {
    const due = rival
    if (!due?.before.test(await textOf(request))) return
    rival = undefined
    await due.act()
  }
  beforeEach(() => {
    rival = undefined
    lake = openLakeInProcess(onRequest)
    mkdirSync(site())
    fill(site())
  })
  afterEach(async () => lake.close())
  return {
    client: () => lake.client,
    site,
    folder: () => lake.folder,
    read: (path) => readFileSync(join(site(), path), 'utf8'),
    meanwhile(before, act) {
      rival = {before, act}
    },
  }
}

async function textOf(request: Request): Promise<string> {
  return [...new URL(request.url).searchParams.values(), await request.clone().text()].join('\n')
}
