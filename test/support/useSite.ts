import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach} from 'vitest'
import {type LakeInProcess, openLakeInProcess} from './lakeInProcess.ts'
import {writeFiles} from './writeFiles.ts'

/** A Hugo site in a folder beside an empty lake, both anew for each test. */
export interface UsedSite {
  client(): SanityClient
  /** The folder of the site. */
  site(): string
  /** The folder that the site and the lake's data, `lake`, are in, with room for more. */
  folder(): string
  /** The text of one of its files. */
  read(path: string): string
  /** Writes one of its files. */
  put(path: string, content: string | Uint8Array): void
  /** Id of the document of one of its pages. */
  idOf(path: string): Promise<string>
  /** What somebody else does, once, right before the lake gets a request whose parameters or body fit. */
  meanwhile(before: RegExp, act: () => Promise<unknown>): void
}

/** @param fill Puts files into the folder, which is there and empty. */
export function useSite(fill: (folder: string) => void): UsedSite {
  let lake: LakeInProcess
  let rival: {before: RegExp; act: () => Promise<unknown>} | undefined
  const used = siteBeside(() => lake)
  const onRequest = async (request: Request) => {
    const due = rival
    if (!due?.before.test(await textOf(request))) return
    rival = undefined
    await due.act()
  }
  beforeEach(() => {
    rival = undefined
    lake = openLakeInProcess(onRequest)
    mkdirSync(used.site())
    fill(used.site())
  })
  afterEach(async () => lake.close())
  return {
    ...used,
    meanwhile(before, act) {
      rival = {before, act}
    },
  }
}

/** What there is to do with a site that is in the folder of a lake. */
export function siteBeside(lake: () => Pick<LakeInProcess, 'client' | 'folder'>): Omit<UsedSite, 'meanwhile'> {
  const client = () => lake().client
  const site = () => join(lake().folder, 'site')
  return {
    client,
    site,
    folder: () => lake().folder,
    read: (path) => readFileSync(join(site(), path), 'utf8'),
    put: (path, content) => writeFiles(site(), {[path]: content}),
    idOf: (path) => client().fetch<string>('*[hugo.path == $path][0]._id', {path}),
  }
}

async function textOf(request: Request): Promise<string> {
  return [...new URL(request.url).searchParams.values(), await request.clone().text()].join('\n')
}
