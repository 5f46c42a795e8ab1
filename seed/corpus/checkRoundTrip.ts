import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {isConfigFile} from '../bundle/configFiles.ts'
import {exportSite} from '../exportSite.ts'
import {importSite} from '../importSite.ts'
import {type Notice, formatNotice} from '../notices.ts'
import {tryReadSite} from './tryReadSite.ts'

/** What became of one site's files on their way through a lake. */
export interface SiteRoundTrip {
  pages: number
  refused: string[]
  /** Pages whose file comes back with the same bytes. */
  identical: number
  /** What was lost or changed, each with its reason. */
  lost: string[]
}

/**
 * Imports a site into an empty lake and exports it twice: over a copy of all its files, where nothing may change, and
 * into a folder that has only the site's configuration, where every imported page and its files must come back.
 * @param scratch An empty folder, for the copies.
 * @returns Nothing for a folder that is no site.
 */
export async function checkRoundTrip(
  client: SanityClient,
  folder: string,
  scratch: string,
): Promise<SiteRoundTrip | undefined> {
  const site = tryReadSite(folder)
  if (!site) return undefined
  const imported = await importSite({client, folder, all: true})
  const refused = new Map(imported.refusals.map(({path, line, message}) => [path, `${path}:${line ?? 1}: ${message}`]))
  const skipped = new Set(imported.notices.flatMap(({kind, path}) => (kind === 'skippedFile' ? [path] : [])))
  const again = await importSite({client, folder, all: true})
  const lost = again.steps.map(({action, path}) => `a second import would ${action} ${path}`)
  const [copy, bare] = [join(scratch, 'copy'), join(scratch, 'bare')]
  cpSync(folder, copy, {recursive: true})
  copyConfig(folder, bare, new Set(site.refusals.map(({path}) => path)))
  const overCopy = await exportSite({client, folder: copy})
  lost.push(...differences(folder, copy, filesBelow(folder)).map((path) => `${path} was changed by an export`))
  const restored = await exportSite({client, folder: bare})
  for (const {notices, refusals} of [overCopy, restored]) {
    const others = refusals.filter(({path}) => !refused.has(path))
    lost.push(...notices.filter(isLoss).map(formatNotice), ...others.map(({path, message}) => `${path}: ${message}`))
  }
  const pages = site.pages.map(({path}) => path).filter((path) => !refused.has(path) && !skipped.has(path))
  const missing = differences(folder, bare, pages)
  lost.push(...missing.map((path) => `${path} does not come back byte for byte`))
  const extra = filesBelow(bare).filter((path) => !existsSync(join(folder, path)))
  lost.push(...extra.map((path) => `${path} was never there`), ...changedFiles(folder, bare, extra))
  rmSync(copy, {recursive: true})
  rmSync(bare, {recursive: true})
  const counted = site.pages.filter(({path}) => !skipped.has(path)).length
  return {pages: counted, refused: [...refused.values()], identical: pages.length - missing.length, lost}
}

/** A site may be kept without its configuration: its copy lacks one, too. */
function isLoss({kind, path}: Notice): boolean {
  return kind !== 'missingFile' || path !== 'config'
}

/** Bundle files and media that came back with other bytes. */
function changedFiles(folder: string, bare: string, extra: readonly string[]): string[] {
  const restored = filesBelow(bare).filter((path) => !path.endsWith('.md') && !extra.includes(path))
  return differences(folder, bare, restored).map((path) => `${path} comes back with other bytes`)
}

function differences(before: string, after: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const file = join(after, path)
    return !existsSync(file) || !readFileSync(join(before, path)).equals(readFileSync(file))
  })
}

/** The configuration without files that cannot be read, which an export would ask to be mended. */
function copyConfig(from: string, to: string, unreadable: ReadonlySet<string>): void {
  mkdirSync(to, {recursive: true})
  for (const path of filesBelow(from).filter((name) => isConfigFile(name) && !unreadable.has(name))) {
    mkdirSync(dirname(join(to, path)), {recursive: true})
    cpSync(join(from, path), join(to, path))
  }
}

/** All files below a folder, relative to it, `/` between folders. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}
