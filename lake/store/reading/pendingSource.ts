import type {LakeDocument} from '../../document.ts'
import type {DocumentSource} from '../../query/documentSource.ts'
import {overlaySource} from './overlaySource.ts'

export interface PendingSourceOptions {
  /** Number of the last transaction, pending ones included. */
  revision(): number
  /** A document as pending transactions left it; undefined when they did not change it. */
  pending(id: string): LakeDocument | undefined
  /** All that they changed. */
  documents(): ReadonlyMap<string, LakeDocument>
  /** Writes them into the tables that `source` reads; returns false when the disk takes no more. */
  settle(): boolean
}

/** A source with what is pending. Documents by their ids are read from memory; before anything is looked for, all is settled, or laid over what is found. */
export function pendingSource(
  source: Required<DocumentSource>,
  {revision, pending, documents, settle}: PendingSourceOptions,
): Required<DocumentSource> {
  const {get, has, counted, candidates, ordered, rows, leavesFew, count} = source
  return {
    get revision() {
      return revision()
    },
    get: (id) => pending(id) ?? get(id),
    has: (id) => pending(id) !== undefined || has(id),
    counted: (id) => (pending(id) === undefined ? counted(id) : undefined),
    candidates: (narrowing, attributes) =>
      settle() ? candidates(narrowing, attributes) : overlaySource(source, documents()).candidates(narrowing),
    ordered: (narrowing, key, attributes) => (settle() ? ordered(narrowing, key, attributes) : undefined),
    rows: (type, known) => (settle() ? rows(type, known) : undefined),
    leavesFew: (narrowing) => settle() && leavesFew(narrowing),
    count: (narrowing, scope) => (settle() ? count(narrowing, scope) : undefined),
  }
}
