import type {LakeDocument} from '../../document.ts'
import {tryWriting} from '../database/tryWriting.ts'
import {datasetStatements} from '../tables/datasetTable.ts'
import {historyStatements} from '../tables/historyTable.ts'
import {createEntryWriter, type EntryWriterOptions} from './createEntryWriter.ts'
import {createWaitingDocuments, type WaitingDocument} from './createWaitingDocuments.ts'

/**
 * Brings the indexes of values and references up to the documents of one dataset: after the commits, when they pause or before a query reads the
 * indexes, and not inside them. So an edit writes little more than half the pages, and a document that is written twice is indexed once.
 *
 * `datasets.indexed` is the number of a transaction up to which the indexes are known to be right. What was changed later and is not known in
 * memory, after a crash, is taken out of the indexes whole and put in again.
 */
export interface IndexFollower {
  /** A document, by its key, is no longer as the indexes have it but as the commit left it; `previous` is as it was before. */
  note(document: number, previous: LakeDocument | undefined): void
  /** How many documents wait to be indexed. */
  waiting(): number
  /** Indexes up to `limit` of them; returns whether more wait. */
  followSome(limit: number): boolean
  /** Indexes them all. Throws a StorageError. */
  followAll(): void
  /** The same for queries, which can do without: returns false when the disk takes no more. */
  follow(): boolean
  /** The same for all but the last `atOnce`, so many at once; others are answered in each `turn`. */
  followInTurns(atOnce: number, turn: () => Promise<void>): Promise<void>
  /** Commits that were noted have been rolled back. */
  forget(): void
  /** Nothing waits: the dataset is gone. */
  drop(): void
}

export interface IndexFollowerOptions extends EntryWriterOptions {
  /** Number of the last transaction. */
  sequence(): number
}

/** The follower of one dataset's indexes. */
export function createIndexFollower(options: IndexFollowerOptions): IndexFollower {
  const {database, dataset, indexer, sequence} = options
  const datasets = datasetStatements(database)
  const history = historyStatements(database)
  const entries = createEntryWriter(options)
  const waiting = createWaitingDocuments()
  let isLost = true

  /** Finds out from the history what waits, when that is not known. */
  function recover(): void {
    if (!isLost) return
    const through = datasets.indexed.get(dataset)?.indexed ?? 0
    waiting.noteUnknown(history.documentsAfter.all(dataset, through).map(({document}) => document))
    isLost = false
  }

  function write(some: readonly WaitingDocument[], clears: boolean): void {
    if (clears) entries.clear(waiting.unknown())
    entries.write(some)
    if (some.length === waiting.size()) datasets.setIndexed.run(sequence(), dataset)
  }

  function followSome(limit: number): boolean {
    recover()
    if (waiting.size() === 0) return false
    const some = waiting.first(limit)
    const clears = some.some(([, indexed]) => indexed === 'unknown')
    try {
      database.deriving(() => write(some, clears))
    } catch (error) {
      indexer.reload()
      throw error
    }
    waiting.remove(some)
    if (clears) waiting.unknownAreOut()
    return waiting.size() > 0
  }

  function followAll(): void {
    followSome(Number.POSITIVE_INFINITY)
  }

  function tryFollowing(limit: number): boolean {
    return (!isLost && waiting.size() === 0) || tryWriting(database, () => followSome(limit))
  }

  recover()
  return {
    note: waiting.note,
    waiting: waiting.size,
    followSome,
    followAll,
    follow: () => tryFollowing(Number.POSITIVE_INFINITY),
    async followInTurns(atOnce, turn) {
      while (waiting.size() > atOnce && tryFollowing(atOnce)) await turn()
    },
    forget() {
      waiting.clear()
      isLost = true
      indexer.reload()
    },
    drop: waiting.clear,
  }
}
