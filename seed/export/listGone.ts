import {existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {folderOf, type PageFile} from '../bundle/findPages.ts'
import type {Site} from '../bundle/readSite.ts'
import {readDecoded} from '../bundle/readText.ts'
import {deletionConflict, findChangedSince} from '../client/findChangedSince.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {ExportOptions} from './exportOptions.ts'
import type {ExportReport, ExportRun} from './exportRun.ts'
import {isShared} from './planMove.ts'

/**
 * Pages on disk that no document stands for. One that was never imported is listed, but never removed; nor is one that was
 * changed on disk since the lake had it, unless the Studio is preferred.
 */
export async function listGone(run: ExportRun): Promise<void> {
  const {site, documents, report, options, taken, synced, view} = run
  if (documents.size === 0) return
  const moved = new Set(report.steps.flatMap(({from}) => (from === undefined ? [] : [from])))
  const left = site.pages.filter(
    ({path}) => (taken.get(path) ?? '') === '' && !moved.has(path) && existsSync(join(site.folder, path)),
  )
  const deleted = left.filter(({path}) => synced.has(path)).map((file) => [file.path, view.idOf(file)] as const)
  const changed = options.prefer === 'studio' ? new Set() : await findChangedSince(options.client, site.folder, deleted)
  for (const file of left) {
    const {path} = file
    const before = readOrRefuse(file, site, report)
    if (before === undefined) continue
    const action = !synced.has(path) ? 'foreign' : changed.has(path) ? keptAction(options) : deletedAction(options)
    report.steps.push({action, path, changed: [], files: [], before, after: ''})
    if (action === 'conflict') report.conflicts.push(deletionConflict(path))
    if (action === 'delete' && options.dryRun !== true) removePage(file, site)
  }
}

function keptAction({prefer}: ExportOptions): 'gone' | 'conflict' {
  return prefer === 'file' ? 'gone' : 'conflict'
}

function deletedAction({prune}: ExportOptions): 'gone' | 'delete' {
  return prune === true ? 'delete' : 'gone'
}

function readOrRefuse({path}: PageFile, {folder}: Site, report: ExportReport): string | undefined {
  try {
    return readDecoded(folder, path)
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    report.refusals.push({path, line: error.line, message: error.message})
    return undefined
  }
}

/** A bundle goes with its files, unless it holds a translation too, or another page that Hugo passes over. */
function removePage(file: PageFile, {folder, pages, notices}: Site): void {
  const others = pages.filter(({path}) => path !== file.path && existsSync(join(folder, path)))
  const hidden = notices.some(({kind, path}) => kind === 'skippedFile' && isIndexOf(path, file.bundle))
  const alone = hidden || isShared(file, others)
  rmSync(join(folder, alone ? file.path : (file.bundle ?? file.path)), {recursive: true})
}

function isIndexOf(path: string, bundle: string | undefined): boolean {
  return folderOf(path) === bundle && path.startsWith('index.', bundle.length + 1)
}
