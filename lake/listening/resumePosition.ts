import type {Dataset, TransactionHead} from '../dataset.ts'
import {parseEventId, type EventPosition} from './eventIds.ts'

/** A client that missed more transactions than this starts again. */
const maxReplayed = 1_000

/** Where a stream that begins now begins: before the next transaction. */
export function currentPosition(dataset: Dataset): EventPosition {
  return {sequence: dataset.source.revision + 1, seen: 0}
}

/** Where a client that comes back goes on, by its `Last-Event-ID`; undefined for an id that is not of this dataset, or too old. */
export function resumePosition(dataset: Dataset, lastEventId: string | null): EventPosition | undefined {
  const position = parseEventId(dataset.epoch, lastEventId)
  const now = currentPosition(dataset)
  const isKnown =
    position !== undefined && position.sequence <= now.sequence && now.sequence - position.sequence <= maxReplayed
  return isKnown ? position : undefined
}

/** The transactions from a `resumePosition` on, the one in which it lies included. */
export function missedTransactions(dataset: Dataset, {sequence}: EventPosition): TransactionHead[] {
  return dataset.history.transactionsAfter(sequence - 1, maxReplayed)
}
