import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {placeOfContent} from '../bundle/contentMounts.ts'
import {type PageFile, folderOf, isLeafPage} from '../bundle/findPages.ts'
import {isFile} from '../bundle/isFile.ts'
import type {Site} from '../bundle/readSite.ts'
import {readDecoded} from '../bundle/readText.ts'
import {plainId} from '../ids/plainId.ts'
import type {StoredDocument} from '../plan/plan.ts'
import type {ExportRun} from './exportRun.ts'
import {WriteError} from './writeError.ts'

/**
 * Two documents must never share a file, nor may one overwrite a file that is nobody's, or get a name that makes its
 * section one page, or a file that Hugo passes over. A new page may stand there already, in these very words: another
 * export wrote it just now, or an earlier one that could not tell the lake.
 * @param text What is to be written.
 * @throws WriteError
 */
export function checkFree(
  document: StoredDocument,
  to: PageFile,
  from: PageFile,
  text: string,
  {taken, site, moved}: ExportRun,
): void {
  if (document.hugo && to.path === from.path) return
  const name = nameOnDisk(to, from)
  if (name === '' || /^\.|~$|^#.*#$|^_?index(?:\.|$)/.test(name))
    throw new WriteError(`No page can be called "${name}" among the files: give it another slug`)
  const above = findLeafAbove(to, site)
  if (above !== undefined)
    throw new WriteError(
      `${above} makes everything below its folder belong to one page: Hugo would show no other one there. Rename that file to "_index.md", or move it away, and export again`,
    )
  if (from.bundle !== undefined && moved.get(from.bundle) === to.bundle) return
  const owner = taken.get(to.path)
  const other = owner !== undefined && owner !== plainId(document._id) && !(owner === '' && !document.hugo)
  // The page of a data file joins those of other languages in one folder.
  const target = from.section === 'data' ? to.path : (to.bundle ?? to.path)
  const occupied = document.hugo
    ? existsSync(join(site.folder, target)) && target !== (from.bundle ?? from.path)
    : existsSync(join(site.folder, to.path)) && !isWritten(site.folder, to.path, text)
  if (!other && !occupied) return
  throw new WriteError(`${to.path} is taken by another page: give one of them another slug`)
}

function isWritten(folder: string, path: string, text: string): boolean {
  return isFile(join(folder, path)) && readDecoded(folder, path) === text
}

/** The page of a bundle above a page's own place, if there is one: it has no pages below it. */
function findLeafAbove({path, bundle, section}: PageFile, {folder, config}: Site): string | undefined {
  const depth = (placeOfContent(path, config)?.inner.length ?? 0) - (bundle === undefined ? 1 : 2)
  let above = folderOf(bundle ?? path)
  for (let left = section === 'data' ? 0 : depth; left > 0; left--) {
    const names = existsSync(join(folder, above)) ? readdirSync(join(folder, above)) : []
    const leaf = names.find(isLeafPage)
    if (leaf !== undefined) return `${above}/${leaf}`
    above = folderOf(above)
  }
  return undefined
}

/** The last folder of a bundle, or the name of a page that is one file and stays one. */
function nameOnDisk(to: PageFile, from: PageFile): string {
  const parts = to.path.split('/')
  const wasFile = from.bundle === undefined && from.section !== 'data'
  const staysFile = to.bundle === undefined || (wasFile && from.path.split('/').length === parts.length)
  return (staysFile ? parts.at(-1)?.replace(/\.[^.]*$/, '') : parts.at(-2)) ?? ''
}
