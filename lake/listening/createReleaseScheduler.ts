import type {Dataset, Identity} from '../dataset.ts'
import {releaseDocumentId, releasesPrefix} from '../documentIds.ts'
import {MutationError} from '../errors.ts'
import {dueReleases} from '../mutations/dueReleases.ts'
import type {After} from '../timers.ts'

export interface ReleaseScheduler {
  stop(): void
}

export interface ReleaseSchedulerOptions {
  dataset: Dataset
  clock: () => Date
  after: After
  onError(error: unknown): void
}

/** Timers beyond 2^31 ms fire at once, and those of a computer that sleeps stand still: look again at least once a minute. */
const longestWait = 60 * 1000
const shortestWait = 50

/** Publishes scheduled releases when their time has come; those whose time came while the lake was down at once. */
export function createReleaseScheduler({dataset, clock, after, onError}: ReleaseSchedulerOptions): ReleaseScheduler {
  let cancel: (() => void) | undefined
  let isPlanned = false

  function check(): void {
    isPlanned = false
    cancel?.()
    cancel = undefined
    const isRead = tried(() => {
      const now = clock()
      const {due, next} = dueReleases(dataset.source.candidates({kind: 'idPrefix', prefix: releasesPrefix}), now)
      const failures = due.filter((releaseId) => !tried(() => publish(dataset, releaseId)))
      if (next !== undefined) plan(next.getTime() - now.getTime())
      else if (failures.length > 0) plan(longestWait)
    })
    if (!isRead) plan(longestWait)
  }

  /** Whether it did not fail. The disk may be full, say: nothing else would try again. */
  function tried(step: () => void): boolean {
    try {
      step()
      return true
    } catch (error) {
      onError(error)
      return false
    }
  }

  function plan(wait: number): void {
    cancel?.()
    cancel = after(Math.min(Math.max(wait, shortestWait), longestWait), check)
  }

  const unsubscribe = dataset.subscribe(({changes}) => {
    if (isPlanned || !changes.some(({id}) => id.startsWith(releasesPrefix))) return
    isPlanned = true
    plan(0)
  })
  check()
  return {
    stop() {
      unsubscribe()
      cancel?.()
    },
  }
}

/** A release that cannot be published becomes open again and says why, as on the hosted service. */
function publish(dataset: Dataset, releaseId: string): void {
  const identity = scheduledBy(dataset, releaseDocumentId(releaseId))
  try {
    dataset.commitActions([{actionType: 'sanity.action.release.publish', releaseId}], {identity})
  } catch (error) {
    if (!(error instanceof MutationError)) throw error
    const set = {state: 'active', error: {message: error.message}}
    const patch = {id: releaseDocumentId(releaseId), set, unset: ['publishAt']}
    dataset.commit([{patch}], {identity})
  }
}

/**
 * Whoever set the time: the release appears in that person's name. (The hosted service publishes as `<system>`, for
 * whom the Studio fetches a picture from Sanity's site.)
 */
function scheduledBy({get, history}: Dataset, documentId: string): Identity {
  const publishAt = get(documentId)?.['publishAt']
  const changes = history.changesOf(documentId, {after: 0, before: Number.MAX_SAFE_INTEGER, limit: 1_000})
  const change = changes.find(({sequence}) => history.stateAt(documentId, sequence - 1)?.['publishAt'] !== publishAt)
  return {id: (change && history.transactionAt(change.sequence)?.author) ?? '<system>', role: 'administrator'}
}
