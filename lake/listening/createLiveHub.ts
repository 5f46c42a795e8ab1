import type {CommittedTransaction, Dataset, RecordedChange} from '../dataset.ts'
import {isPublishedId} from '../documentIds.ts'
import {createEventStream, type EventStream} from './createEventStream.ts'
import {encodeEvent} from './encodeEvent.ts'
import {formatEventId} from './eventIds.ts'
import {currentPosition, missedTransactions, resumePosition} from './resumePosition.ts'

/** Listeners of the Live Content API: they hear which tags changed and ask their queries again. */
export interface LiveHub {
  /** @param request `mayStay`: whether they may go on listening, asked at every beat */
  listen(request: {
    includeDrafts: boolean
    lastEventId: string | null
    mayStay: () => boolean
  }): ReadableStream<Uint8Array>
  beat(): void
  close(): void
}

/** Listeners of a dataset, which hear of each commit until `close`. */
export function createLiveHub(dataset: Dataset): LiveHub {
  const streams = {published: new Set<EventStream>(), drafts: new Set<EventStream>()}
  const unsubscribe = dataset.subscribe(deliver)

  function encode(sequence: number, types: string[]): Uint8Array | undefined {
    if (types.length === 0) return undefined
    const id = formatEventId(dataset.epoch, {sequence: sequence + 1, seen: 0})
    return encodeEvent({id, event: 'message', data: {tags: tagsOf(types)}})
  }

  function deliver(transaction: CommittedTransaction): void {
    for (const [kind, members] of Object.entries(streams)) {
      if (members.size === 0) continue
      const bytes = encode(transaction.sequence, changedTypes(transaction, kind === 'drafts'))
      if (bytes !== undefined) for (const stream of members) stream.send(bytes)
    }
  }

  function greet(stream: EventStream, includeDrafts: boolean, lastEventId: string | null): void {
    const position = resumePosition(dataset, lastEventId)
    const {sequence: first} = position ?? currentPosition(dataset)
    const isLost = lastEventId !== null && position === undefined
    const id = formatEventId(dataset.epoch, {sequence: first, seen: 0})
    stream.send(encodeEvent({id, event: isLost ? 'restart' : 'welcome', data: {}}))
    if (position === undefined) return
    for (const {sequence} of missedTransactions(dataset, position)) {
      const bytes = encode(sequence, recordedTypes(dataset.history.recordedChangesIn(sequence), includeDrafts))
      if (bytes !== undefined) stream.send(bytes)
    }
  }

  return {
    listen({includeDrafts, lastEventId, mayStay}) {
      const members = includeDrafts ? streams.drafts : streams.published
      const stream = createEventStream({mayStay, onClose: () => void members.delete(stream)})
      members.add(stream)
      greet(stream, includeDrafts, lastEventId)
      return stream.stream
    },
    beat() {
      for (const stream of [...streams.published, ...streams.drafts]) stream.beat()
    },
    close() {
      unsubscribe()
      for (const stream of [...streams.published, ...streams.drafts]) stream.end()
    },
  }
}

/** `s1:t:<type>` for each type, and `s1:*` for queries of which nobody knows what they read. */
function tagsOf(types: string[]): string[] {
  return [...[...new Set(types)].sort().map((type) => `s1:t:${type}`), 's1:*']
}

function changedTypes({changes}: CommittedTransaction, includeDrafts: boolean): string[] {
  return changes
    .filter(({id}) => includeDrafts || isPublishedId(id))
    .flatMap(({previous, next}) => [previous, next])
    .flatMap((document) => (document === undefined ? [] : [document._type]))
}

function recordedTypes(changes: RecordedChange[], includeDrafts: boolean): string[] {
  return changes.filter(({id}) => includeDrafts || isPublishedId(id)).map(({type}) => type)
}
