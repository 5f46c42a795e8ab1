import type {JsonValue, LakeDocument} from '../document.ts'
import {releaseDocumentId, releaseOfVersion} from '../documentIds.ts'

/** A version that a transaction may not touch, and its release. */
export interface ReleaseLock {
  id: string
  release: string
  state: JsonValue
}

/**
 * The versions among the changed documents whose release is locked before the transaction and as it was after it. Only
 * an active release can be changed: what was scheduled is what will appear (@sanity/client: `releases.schedule`), and
 * what was published or archived is over.
 */
export function releaseLocks(
  changed: Iterable<string>,
  before: (id: string) => LakeDocument | undefined,
  after: (id: string) => LakeDocument | undefined,
): ReleaseLock[] {
  const locks: ReleaseLock[] = []
  for (const id of changed) {
    const release = releaseOfVersion(id)
    if (release === undefined) continue
    const releaseId = releaseDocumentId(release)
    const state = lockedState(before(releaseId))
    if (state !== undefined && after(releaseId)?.['state'] === state) locks.push({id, release, state})
  }
  return locks
}

function lockedState(release: LakeDocument | undefined): JsonValue | undefined {
  const state = release?.['state']
  return state === 'scheduled' || state === 'published' || state === 'archived' ? state : undefined
}
