import {hashSource} from '../bundle/hashPage.ts'
import {type FileState, deletionConflicts, findDeleted} from '../client/findDeleted.ts'
import type {Notice} from '../notices.ts'
import type {Prefer} from '../plan/mergeValue.ts'
import {type Conflict, emptyStep} from '../plan/plan.ts'
import type {ImportRun} from './importRun.ts'
import type {ConvertedPage, PlannedPage} from './planChunk.ts'

/**
 * Finds and tells the talks that the lake had and has no more: somebody deleted them in the Studio, and an import brings
 * none back. Of one that was changed on disk since, both sides want something else: a conflict. What other pages refer to
 * comes back with its file.
 * @returns Paths that are not to be imported.
 */
export function leaveDeleted({site, known, view, options, synced, report, tally}: ImportRun): Set<string> {
  if (options.prefer === 'file') return new Set()
  // Where a talk stood that has moved, another one may stand now.
  const had = new Set(known.list().map(({path}) => path))
  const lost = site.pages.filter((file) => file.type === 'talk' && !had.has(file.path) && !known.byId(view.idOf(file)))
  const deleted = findDeleted(
    lost.map(({path}) => path),
    site.folder,
    synced,
  )
  for (const [path, state] of deleted) {
    const {conflicts, notice} = tellDeleted(path, state, options.prefer)
    report.notices.push(notice)
    report.conflicts.push(...conflicts)
    tally.inConflict += conflicts.length
  }
  return new Set(deleted.keys())
}

/**
 * A talk that the lake had when the import began and has no more, though its file is read: as if it had been deleted before.
 * Nothing for any other page.
 */
export function leaveMeanwhile({source, document}: ConvertedPage, run: ImportRun): PlannedPage | undefined {
  const {file, text} = source
  const before = run.known.byId(document._id)?.imported
  if (run.options.prefer === 'file' || file.type !== 'talk' || before === undefined) return undefined
  const state = hashSource(text) === before.source ? 'same' : 'changed'
  const {conflicts, notice} = tellDeleted(file.path, state, run.options.prefer)
  const action = conflicts.length > 0 ? 'conflict' : 'left'
  return {document, stubs: [], step: {...emptyStep(document), action, conflicts}, notices: [notice]}
}

/** What is said of a talk that was deleted in the Studio and has a file. */
function tellDeleted(path: string, state: FileState, prefer: Prefer): {conflicts: Conflict[]; notice: Notice} {
  const conflicts = deletionConflicts(path, state, prefer)
  if (conflicts.length > 0)
    return {conflicts, notice: {kind: 'conflict', path, field: 'document', message: BOTH[state]}}
  return {conflicts, notice: {kind: 'deletedInStudio', path, message: BOTH.same}}
}

const DECIDE = '--prefer=file brings the talk back, "npm run export" with --prune and --prefer=studio removes the file.'

const BOTH = {
  same: 'It was deleted in the Studio and is not imported again: "npm run export" with --prune removes the file, --prefer=file brings the talk back.',
  changed: `It was deleted in the Studio and changed in the file; neither was touched: ${DECIDE}`,
  unknown: `It was deleted in the Studio, and which text the lake had was never recorded, so the file may have changed; neither was touched: ${DECIDE}`,
} satisfies Record<FileState, string>
