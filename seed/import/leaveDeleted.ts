import {deletionConflict, findChangedSince} from '../client/findChangedSince.ts'
import {readSyncedPaths} from '../client/syncRecord.ts'
import type {Notice} from '../notices.ts'
import type {ImportRun} from './importRun.ts'

/**
 * Finds and tells the talks that the lake had and has no more: somebody deleted them in the Studio, and an import brings
 * none back. Of one that was changed on disk since, both sides want something else: a conflict. What other pages refer to
 * comes back with its file.
 * @returns Paths that are not to be imported.
 */
export async function leaveDeleted(run: ImportRun): Promise<Set<string>> {
  const {site, known, view, options, report, tally} = run
  if (options.prefer === 'file') return new Set()
  const lost = site.pages.filter((file) => file.type === 'talk' && !known.byId(view.idOf(file)))
  const synced = lost.length > 0 ? await readSyncedPaths(options.client) : new Set<string>()
  const deleted = lost.filter(({path}) => synced.has(path)).map((file) => [file.path, view.idOf(file)] as const)
  const changed = options.prefer === 'studio' ? new Set() : await findChangedSince(options.client, site.folder, deleted)
  for (const [path] of deleted) {
    report.notices.push(changed.has(path) ? changedSince(path) : deletedInStudio(path))
    if (changed.has(path)) report.conflicts.push(deletionConflict(path))
  }
  tally.inConflict += changed.size
  return new Set(deleted.map(([path]) => path))
}

function deletedInStudio(path: string): Notice {
  const message =
    'It was deleted in the Studio and is not imported again: "npm run export" with --prune removes the file, --prefer=file brings the talk back.'
  return {kind: 'deletedInStudio', path, message}
}

function changedSince(path: string): Notice {
  const message =
    'It was deleted in the Studio and changed in the file; neither was touched: --prefer=file brings the talk back, "npm run export" with --prune and --prefer=studio removes the file.'
  return {kind: 'conflict', path, field: 'document', message}
}
