import {textIfReadable} from '../bundle/readText.ts'
import type {Prefer} from '../plan/mergeValue.ts'
import type {Conflict} from '../plan/plan.ts'
import {type SyncRecord, isAsSynced} from './syncRecord.ts'

/** Whether a file has the text that the lake had last; where nobody recorded that text, it may have changed. */
export type FileState = 'same' | 'changed' | 'unknown'

/**
 * Of pages that no document stands for those that the lake has had, which were deleted in the Studio, each with the state
 * of its file. One that cannot be read is changed.
 * @param folder The site's.
 */
export function findDeleted(paths: readonly string[], folder: string, synced: SyncRecord): Map<string, FileState> {
  return new Map(
    paths
      .filter((path) => synced.texts.has(path))
      .map((path) => [path, isAsSynced(synced, path, textIfReadable(folder, path)) ?? 'unknown'] as const),
  )
}

/** How a page is listed that was deleted in the Studio; nothing where both sides want the same, or somebody has decided. */
export function deletionConflicts(path: string, state: FileState, prefer: Prefer): Conflict[] {
  if (state === 'same' || prefer !== undefined) return []
  return [{path, field: 'document', file: FILE[state], studio: '(deleted)'}]
}

const FILE = {
  changed: '(the file changed on disk)',
  unknown: '(the file may have changed on disk: which text the lake had was never recorded)',
} satisfies Record<Exclude<FileState, 'same'>, string>
