import {MutationError, type MutationErrorItem} from '../../errors.ts'
import {hasReferences, referenceMissing} from '../mutationFailures.ts'
import {ownAttributes} from '../ownAttributes.ts'
import {referencesOf} from '../referencesOf.ts'
import type {ChangedDocuments, IndexedChange} from './createChangedDocuments.ts'
import type {TransactionReads} from './transactionReads.ts'

/** Strong references must hold at the end of the transaction, all its documents taken together. Throws a MutationError that lists those that do not. */
export function checkReferences(
  documents: ChangedDocuments,
  strongReferrers: TransactionReads['strongReferrers'],
  errorType: MutationError['type'],
): void {
  const items: {index: number; error: MutationErrorItem}[] = []
  const referrersTo = remainingReferrers(documents.changes, strongReferrers)
  for (const change of documents.changes.values()) {
    const {id, index} = change
    for (const target of missingTargets(change, documents.has)) {
      items.push({index, error: referenceMissing(id, target).item})
    }
    const loss = lossOf(change)
    const referrers = loss === undefined ? [] : referrersTo(id)
    if (loss !== undefined && referrers.length > 0) items.push({index, error: hasReferences(id, referrers, loss).item})
  }
  if (items.length > 0) throw new MutationError(items, errorType)
}

/** What others that refer to a document do not bear: https://www.sanity.io/docs/http-reference/mutation. */
function lossOf({previous, next}: IndexedChange): 'deletion' | 'type' | undefined {
  if (previous === undefined) return undefined
  if (next === undefined) return 'deletion'
  return previous._type === next._type ? undefined : 'type'
}

/** What a changed document refers to strongly, and did not before, without it being there. */
function missingTargets({previous, next}: IndexedChange, has: (id: string) => boolean): string[] {
  if (next === undefined) return []
  const missing: string[] = []
  for (const [target, strong] of referencesOf(previous === undefined ? next : ownAttributes(next, previous))) {
    if (!strong || has(target)) continue
    const isOld = previous !== undefined && referencesOf(previous).get(target) === true
    if (!isOld) missing.push(target)
  }
  return missing
}

/** Finds the documents that still refer strongly to one that was deleted, or has another type. The changed ones are looked through once, for all that is deleted beside them. */
function remainingReferrers(
  changes: ReadonlyMap<string, IndexedChange>,
  strongReferrers: TransactionReads['strongReferrers'],
): (id: string) => string[] {
  let changed: ReadonlyMap<string, string[]> | undefined
  return (id) => {
    changed ??= changedReferrers(changes)
    const stored = strongReferrers(id).filter((referrer) => !changes.has(referrer))
    return [...new Set([...stored, ...(changed.get(id) ?? [])])].filter((referrer) => referrer !== id).sort()
  }
}

/** Ids of the changed documents that hold a strong reference, by its target. */
function changedReferrers(changes: ReadonlyMap<string, IndexedChange>): ReadonlyMap<string, string[]> {
  const byTarget = new Map<string, string[]>()
  for (const {id, next} of changes.values()) {
    if (next === undefined) continue
    for (const [target, strong] of referencesOf(next)) {
      if (!strong) continue
      const known = byTarget.get(target)
      if (known === undefined) byTarget.set(target, [id])
      else known.push(id)
    }
  }
  return byTarget
}
