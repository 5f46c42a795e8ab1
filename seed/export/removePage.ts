import {existsSync, readdirSync, rmSync, rmdirSync} from 'node:fs'
import {join} from 'node:path'
import {type PageFile, folderOf} from '../bundle/findPages.ts'
import {mountRoots} from '../bundle/foreignLink.ts'
import {listFiles} from '../bundle/listFiles.ts'
import {readErrorReason} from '../bundle/readErrorReason.ts'
import type {Site} from '../bundle/readSite.ts'
import type {ExportRun} from './exportRun.ts'

/** What goes with a page, and what stays in its folder. Paths are relative to the site folder. */
export interface Removal {
  /** Files beside the page that the lake has too. */
  files: string[]
  /** Everything else: it never came to the lake, so it is the owner's alone. */
  stays: string[]
}

/**
 * The files that go with the page of a bundle: those with the bytes of an asset of the lake, which had them or put them
 * there. With a translation in the bundle, or another page that Hugo passes over, the page goes alone.
 * @param removed Pages that are removed, this one among them.
 */
export function planRemoval(file: PageFile, removed: ReadonlySet<string>, run: ExportRun): Removal {
  const {site, assets} = run
  if (file.bundle === undefined || isHome(file, removed, run)) return {files: [], stays: []}
  const found = listFiles(site.folder, file.bundle, mountRoots(site.config))
  const beside = found.files.filter((path) => !removed.has(path))
  const files = beside.filter((path) => isInLake(() => assets.ofFile(path)))
  const others = beside.filter((path) => !files.includes(path))
  return {files, stays: [...others, ...found.links, ...found.refusals.map(({path}) => path)]}
}

/** Removes a page with what goes with it, and the folders that are empty then. */
export function removePage(file: PageFile, {files}: Removal, {folder}: Site): void {
  for (const path of [...files, file.path]) rmSync(join(folder, path))
  if (file.bundle !== undefined) removeEmptyFolders(join(folder, file.bundle))
}

/** Whether another page is at home in the bundle: one of the site, one that was just written, or one that Hugo passes over. */
function isHome({bundle = ''}: PageFile, removed: ReadonlySet<string>, {site, taken}: ExportRun): boolean {
  const hidden = site.notices.some(({kind, path}) => kind === 'skippedFile' && isIndexOf(path, bundle))
  const isOther = (path: string) =>
    !removed.has(path) && path.startsWith(`${bundle}/`) && existsSync(join(site.folder, path))
  return hidden || [...taken.keys()].some(isOther)
}

function isIndexOf(path: string, bundle: string): boolean {
  return folderOf(path) === bundle && path.startsWith('index.', bundle.length + 1)
}

/** A file that cannot be read is not known to the lake. */
function isInLake(find: () => string | undefined): boolean {
  try {
    return find() !== undefined
  } catch (error) {
    if (readErrorReason(error) === undefined) throw error
    return false
  }
}

function removeEmptyFolders(folder: string): void {
  const entries = readdirSync(folder, {withFileTypes: true})
  for (const entry of entries) if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
