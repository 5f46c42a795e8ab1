import type {CommittedTransaction, DocumentChange, Transition} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'
import {isDraftId, isPublishedId, isVersionId} from '../documentIds.ts'
import type {Filter} from './compileFilter.ts'
import {encodeEvent} from './encodeEvent.ts'
import {formatEventId} from './eventIds.ts'

/** A change that a listener's query selects, before or after. */
export interface MatchedChange {
  change: DocumentChange
  transition: Transition
}

/** What a listener asks to be in its events. */
export interface EventFormat {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

/** Whom a listener may hear of: strangers of what has no dot in its id, others of all but drafts and versions, or of everything. */
export type Audience = 'public' | 'published' | 'everything'

/** The changes of a transaction that belong to a listener, in order. */
export function matchChanges(transaction: CommittedTransaction, filter: Filter, audience: Audience): MatchedChange[] {
  const matched: MatchedChange[] = []
  for (const change of transaction.changes) {
    if (!isHeard(change.id, audience)) continue
    const before = matches(filter, change.previous)
    const after = matches(filter, change.next)
    if (before || after) matched.push({change, transition: before ? (after ? 'update' : 'disappear') : 'appear'})
  }
  return matched
}

function isHeard(id: string, audience: Audience): boolean {
  if (audience === 'everything') return true
  return audience === 'public' ? isPublishedId(id) : !isDraftId(id) && !isVersionId(id)
}

function matches(filter: Filter, document: LakeDocument | undefined): boolean {
  return document !== undefined && filter(document)
}

/**
 * The events of one transaction for one listener, after the first `seen`. `transactionTotalEvents` counts the events of
 * this listener: the Studio waits for that many before it shows any of them.
 */
export function encodeMutationEvents(
  transaction: CommittedTransaction,
  matched: MatchedChange[],
  format: EventFormat,
  epoch: string,
  seen = 0,
): Uint8Array {
  const frames = matched.slice(seen).map(({change, transition}, index) => {
    const current = seen + index + 1
    return encodeEvent({
      id: formatEventId(epoch, {sequence: transaction.sequence, seen: current}),
      event: 'mutation',
      data: {
        eventId: `${transaction.id}#${change.id}`,
        documentId: change.id,
        transactionId: transaction.id,
        transition,
        identity: transaction.author,
        mutations: format.includeMutations ? change.mutations : [],
        ...(change.previous === undefined ? {} : {previousRev: change.previous._rev}),
        resultRev: transaction.id,
        timestamp: transaction.timestamp,
        visibility: 'query',
        transactionTotalEvents: matched.length,
        transactionCurrentEvent: current,
        ...(format.includeResult && change.next !== undefined ? {result: change.next} : {}),
        ...(format.includePreviousRevision && change.previous !== undefined ? {previous: change.previous} : {}),
        ...(format.includeEffects ? {effects: change.effects} : {}),
      },
    })
  })
  return frames.length === 1 && frames[0] !== undefined ? frames[0] : Buffer.concat(frames)
}
