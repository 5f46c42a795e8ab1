import type {After} from '../timers.ts'
import type {Backlog} from './createBacklog.ts'
import {createIdleWork} from './database/createIdleWork.ts'
import type {TextIndexer} from './indexes/createTextIndexer.ts'

/** Settles what is pending and brings the indexes up to the documents while nobody waits for an answer. */
export interface Upkeep {
  /** Documents have changed. */
  touch(): void
  /** Somebody asks for something. */
  giveWay(): void
  /** Settles what is pending, and indexes the values and references of all that waits. */
  work(): void
  /** The same, and the words. */
  settle(): void
  stop(): void
}

export interface UpkeepOptions {
  /** Of the datasets that are in use. */
  backlogs(): Backlog[]
  text: TextIndexer
  after: After
  onError(error: unknown): void
}

/** Documents indexed for search in one go: some 10 ms. */
const textBatch = 20

/** The same for the indexes of values and references, and for pending changes. */
const indexBatch = 100

/** Documents that may wait for these although commits go on: a query that comes then waits for about a second. */
const mostWaiting = 10_000

/** Documents indexed, or changes settled, in one go although more must be: some 30 ms, or 200, after which others are answered. */
export const mostAtOnce = 1_000

/**
 * Values and references come first, as the next query needs them: an importer that prepares its next transaction leaves
 * time enough. Words take ten times as long, so they wait until commits are over, and give way to queries.
 */
export function createUpkeep({backlogs, text, after, onError}: UpkeepOptions): Upkeep {
  const values = createIdleWork({
    after,
    idle: 25,
    patience: Number.POSITIVE_INFINITY,
    work: () => backlogs().some(workABit) && (isUrgent() ? 'urgent' : true),
    onError,
  })
  const words = createIdleWork({
    after,
    idle: 300,
    patience: Number.POSITIVE_INFINITY,
    pause: 100,
    work: () => backlogs().some(({settleSome}) => settleSome(indexBatch)) || text.indexSome(textBatch),
    onError,
  })

  function workABit({settleSome, indexSome, toIndex}: Backlog): boolean {
    const tooMany = toIndex() - mostWaiting
    if (tooMany > 0) return indexSome(Math.min(Math.max(tooMany, indexBatch), mostAtOnce))
    return settleSome(indexBatch) || indexSome(indexBatch)
  }

  function isUrgent(): boolean {
    return backlogs().some(({toIndex}) => toIndex() > mostWaiting)
  }

  function work(): void {
    for (const backlog of backlogs()) backlog.work()
  }

  return {
    touch() {
      values.touch()
      words.touch()
      if (isUrgent()) values.hurry()
    },
    giveWay: words.giveWay,
    work,
    settle() {
      work()
      while (text.indexSome(textBatch)) continue
    },
    stop() {
      values.stop()
      words.stop()
    },
  }
}
