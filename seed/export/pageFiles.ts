import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {AssetError, downloadAsset} from '../assets/downloadAsset.ts'
import {type PageFile, folderOf} from '../bundle/findPages.ts'
import {isLink} from '../bundle/foreignLink.ts'
import {isFile} from '../bundle/isFile.ts'
import type {AnyDocument} from '../documents/types.ts'
import {plainId} from '../ids/plainId.ts'
import type {ExportRun} from './exportRun.ts'
import {replaceFile} from './replaceFile.ts'

/** What an export does with the files beside a page. Paths are relative to the site folder. */
export interface PlannedFiles {
  /** Path to asset id. */
  writes: Map<string, string>
  /** Where they stand before the page moves. */
  removes: string[]
  /** Files that somebody changed on disk: not overwritten. */
  conflicts: string[]
  /** Files that the page no longer wants, and the page of another language that does. */
  shared: Array<{path: string; by: string}>
  /** Pictures of an author that stay where they are: where the kit has one for all languages, that of another language stands. */
  apart: Array<{path: string; taken: string}>
}

interface FilesInput {
  document: AnyDocument
  /** The page's place so far, and the one that it gets. */
  from: PageFile
  to: PageFile
  /** New assets by name in the bundle. */
  fresh: ReadonlyMap<string, string>
  dropped: ReadonlySet<string>
  /** Ids of the assets that files of the site were imported as. */
  imported: Readonly<Record<string, string>>
  run: ExportRun
}

/** New images and downloads, and the files of the last import that the folder does not have: both go into the bundle. */
export async function planFiles({
  document,
  from,
  to,
  fresh,
  dropped,
  imported,
  run,
}: FilesInput): Promise<PlannedFiles> {
  const {folder} = run.site
  const planned: PlannedFiles = {writes: new Map(), removes: [], conflicts: [], shared: [], apart: []}
  const add = (path: string, before: string, id: string) => {
    const old = imported[before]
    if (isFile(join(folder, before)) && run.assets.holds(before, id)) return
    if (isFile(join(folder, before)) && (old === undefined || !run.assets.holds(before, old)))
      planned.conflicts.push(before)
    planned.writes.set(path, id)
  }
  for (const [name, id] of fresh) add(resourcePath(to, name), resourcePath(from, name), id)
  const text = JSON.stringify({...document, hugo: document.hugo?.files})
  for (const [path, id] of Object.entries(imported)) {
    if (!isFile(join(folder, placeNow(path, run.moved))) && text.includes(`"${id}"`))
      planned.writes.set(movedPath(path, from, to), id)
    const taken = to.section === 'data' ? movedPath(path, from, to) : path
    const isTaken =
      taken !== path && isFile(join(folder, path)) && isFile(join(folder, taken)) && !run.assets.holds(taken, id)
    if (isTaken && text.includes(`"${id}"`)) planned.apart.push({path, taken})
  }
  for (const name of dropped) {
    const path = resourcePath(from, name)
    const id = imported[path]
    if (id === undefined || !isFile(join(folder, path)) || !run.assets.holds(path, id)) continue
    const by = fresh.size === 0 ? await otherUser(path, id, document, run) : undefined
    if (by === undefined) planned.removes.push(path)
    else planned.shared.push({path, by})
  }
  return planned
}

/** The page of another document, a translation, that the same file was imported with and that still holds it. */
async function otherUser(
  path: string,
  id: string,
  {_id}: AnyDocument,
  {documents, options}: ExportRun,
): Promise<string | undefined> {
  for (const {hugo, assets, _id: other} of documents.values()) {
    if (!hugo || plainId(other) === plainId(_id) || assets[path] !== id) continue
    const query = '*[_id == $other && references($id)][0]._id'
    if ((await options.client.fetch(query, {other, id}, {perspective: 'raw'})) !== null) return hugo.path
  }
  return undefined
}

/** Where a file of a page's bundle stands; an author's data file has its picture in the media folder. */
function resourcePath(file: PageFile, name: string): string {
  if (file.section !== 'data') return `${file.bundle ?? folderOf(file.path)}/${name}`
  return `assets/media/authors/${file.name}${name.slice(name.lastIndexOf('.'))}`
}

/** Where a file is: the folder of its bundle may have moved already, with another page in it. */
export function placeNow(path: string, moved: ReadonlyMap<string, string>): string {
  for (const [from, to] of moved) if (path.startsWith(`${from}/`)) return to + path.slice(from.length)
  return path
}

/** Where a file goes when its page moves. */
export function movedPath(path: string, from: PageFile, to: PageFile): string {
  if (from.path === to.path) return path
  const own = from.bundle !== undefined && path.startsWith(`${from.bundle}/`) ? path.slice(from.bundle.length + 1) : ''
  const ofData = from.section === 'data' && path.startsWith(`assets/media/authors/${from.name}.`)
  if (own !== '' && to.section === 'data') return /^[^/]*avatar[^/]*$/i.test(own) ? resourcePath(to, own) : path
  if (own !== '' && to.bundle !== undefined) return `${to.bundle}/${own}`
  if (ofData && to.bundle !== undefined) return `${to.bundle}/avatar${path.slice(path.lastIndexOf('.'))}`
  return path
}

/**
 * Fetches what is to be written, before anything on disk is touched.
 * @throws AssetError when one of the files cannot be had.
 */
export async function saveFiles(
  {writes, removes}: PlannedFiles,
  {assets, options, site, media}: ExportRun,
): Promise<{remove(): void; write(): void}> {
  const contents: Array<readonly [path: string, bytes: Buffer]> = []
  for (const [path, id] of writes) {
    const asset = assets.get(id)
    if (!asset) throw new AssetError(`The asset ${id} is not in the lake`)
    contents.push([path, await downloadAsset(options.client, asset)])
  }
  return {
    remove() {
      for (const path of removes) {
        rmSync(join(site.folder, path), {force: true})
        media.delete(path)
      }
    },
    write() {
      for (const [path, bytes] of contents) {
        replaceFile(join(site.folder, path), bytes)
        media.add(path)
      }
    },
  }
}

/** Moves a page and its files: a whole bundle, or the page alone with an author's picture, which replaces no other one. */
export function moveFiles(from: PageFile, to: PageFile, {site, media, moved}: ExportRun): void {
  const rename = (before: string, after: string) => {
    if (before === after || !existsSync(join(site.folder, before))) return
    mkdirSync(dirname(join(site.folder, after)), {recursive: true})
    renameSync(join(site.folder, before), join(site.folder, after))
  }
  if (from.bundle !== undefined && to.bundle !== undefined) {
    rename(from.bundle, to.bundle)
    moved.set(from.bundle, to.bundle)
  } else {
    rename(from.path, to.path)
    for (const path of filesOf(from, media)) {
      const after = movedPath(path, from, to)
      const [old, place] = [join(site.folder, path), join(site.folder, after)]
      if (path === after || !existsSync(old) || !existsSync(place)) rename(path, after)
      else if (readFileSync(old).equals(readFileSync(place))) rmSync(old)
      if (existsSync(place)) media.add(after)
    }
  }
  removeEmpty(site.folder, from.bundle ?? folderOf(from.path))
}

function filesOf(file: PageFile, media: ReadonlySet<string>): string[] {
  if (file.section === 'data') return [...media].filter((path) => path.startsWith(`assets/media/authors/${file.name}.`))
  return file.resources.map((name) => `${file.bundle ?? ''}/${name}`)
}

/** Removes a folder that is empty, and those above it; none that is a link, as the content folder may be. */
function removeEmpty(folder: string, path: string): void {
  const full = join(folder, path)
  if (path === '' || isLink(full) || (existsSync(full) && readdirSync(full).length > 0)) return
  if (existsSync(full)) rmdirSync(full)
  removeEmpty(folder, folderOf(path))
}
