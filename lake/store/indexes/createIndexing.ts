import type {After} from '../../timers.ts'
import {createIdleWork} from '../database/createIdleWork.ts'
import type {IndexFollower} from './createIndexFollower.ts'
import type {TextIndexer} from './createTextIndexer.ts'

/** Brings the indexes up to the documents while nobody waits for an answer. */
export interface Indexing {
  /** Documents have changed. */
  touch(): void
  /** Somebody asks for something. */
  giveWay(): void
  /** Indexes the values and references of all that waits. */
  followAll(): void
  /** Indexes all that waits. */
  settle(): void
  stop(): void
}

export interface IndexingOptions {
  /** Of the datasets that are in use. */
  followers(): IndexFollower[]
  text: TextIndexer
  after: After
  onError(error: unknown): void
}

/** Documents indexed for search in one go: some 10 ms. */
const textBatch = 20

/** The same for the indexes of values and references. */
const indexBatch = 100

/** Documents that may wait for these although commits go on: a query that comes then waits for about a second. */
const mostWaiting = 10_000

/** Documents indexed in one go although more must be: some 30 ms, after which others are answered. */
export const mostAtOnce = 1_000

/**
 * Values and references come first, as the next query needs them: an importer that prepares its next transaction leaves
 * time enough. Words take ten times as long, so they wait until commits are over, and give way to queries.
 */
export function createIndexing({followers, text, after, onError}: IndexingOptions): Indexing {
  const values = createIdleWork({
    after,
    idle: 25,
    patience: Number.POSITIVE_INFINITY,
    work: () => followers().some(followABit) && (isUrgent() ? 'urgent' : true),
    onError,
  })
  const words = createIdleWork({
    after,
    idle: 300,
    patience: Number.POSITIVE_INFINITY,
    pause: 100,
    work: () => text.indexSome(textBatch),
    onError,
  })

  function followABit({followSome, waiting}: IndexFollower): boolean {
    return followSome(Math.max(indexBatch, Math.min(waiting() - mostWaiting, mostAtOnce)))
  }

  function isUrgent(): boolean {
    return followers().some((follower) => follower.waiting() > mostWaiting)
  }

  function followAll(): void {
    for (const follower of followers()) follower.follow()
  }

  return {
    touch() {
      values.touch()
      words.touch()
      if (isUrgent()) values.hurry()
    },
    giveWay: words.giveWay,
    followAll,
    settle() {
      followAll()
      while (text.indexSome(textBatch)) continue
    },
    stop() {
      values.stop()
      words.stop()
    },
  }
}
