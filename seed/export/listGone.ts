import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {PageFile} from '../bundle/findPages.ts'
import type {Site} from '../bundle/readSite.ts'
import {readDecoded} from '../bundle/readText.ts'
import {type FileState, deletionConflicts, findDeleted} from '../client/findDeleted.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {noticeKeptFiles} from './exportNotices.ts'
import type {ExportOptions} from './exportOptions.ts'
import type {ExportReport, ExportRun, ExportStep} from './exportRun.ts'
import {planRemoval, removePage} from './removePage.ts'
import {describeWriteError} from './writeError.ts'

/**
 * Pages on disk that no document stands for. One that was never imported is listed, but never removed; nor is one that was,
 * or may have been, changed on disk since the lake had it, unless the Studio is preferred.
 */
export function listGone(run: ExportRun): void {
  const {site, documents, report, taken, synced} = run
  if (documents.size === 0) return
  const moved = new Set(report.steps.flatMap(({from}) => (from === undefined ? [] : [from])))
  const left = site.pages.filter(
    ({path}) => (taken.get(path) ?? '') === '' && !moved.has(path) && existsSync(join(site.folder, path)),
  )
  const deleted = findDeleted(
    left.map(({path}) => path),
    site.folder,
    synced,
  )
  const removed = new Set<string>()
  for (const file of left) {
    const {path} = file
    const before = readOrRefuse(file, site, report)
    if (before === undefined) continue
    const state = deleted.get(path)
    const step: ExportStep = {action: 'foreign', path, changed: [], files: [], before, after: ''}
    report.steps.push(state === undefined ? step : {...step, ...leaveOrRemove(file, state, removed, run)})
  }
}

/**
 * What becomes of a page that was deleted in the Studio.
 * @param removed Pages that are removed, which grows.
 */
function leaveOrRemove(
  file: PageFile,
  state: FileState,
  removed: Set<string>,
  run: ExportRun,
): Pick<ExportStep, 'action' | 'files' | 'file'> {
  const {options, report} = run
  const conflicts = deletionConflicts(file.path, state, options.prefer)
  report.conflicts.push(...conflicts)
  if (conflicts.length > 0) return {action: 'conflict', files: [], file: state}
  if (options.prune !== true || isOwners(state, options)) return {action: 'gone', files: [], file: state}
  removed.add(file.path)
  const removal = planRemoval(file, removed, run)
  if (removal.stays.length > 0) report.notices.push(noticeKeptFiles(file, removal.stays))
  try {
    if (options.dryRun !== true) removePage(file, removal, run.site)
    return {action: 'delete', files: removal.files, file: state}
  } catch (error) {
    const message = describeWriteError(error)
    if (message === undefined) throw error
    removed.delete(file.path)
    report.refusals.push({path: file.path, message})
    return {action: 'gone', files: [], file: state}
  }
}

function isOwners(state: FileState, {prefer}: ExportOptions): boolean {
  return prefer === 'file' && state !== 'same'
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
