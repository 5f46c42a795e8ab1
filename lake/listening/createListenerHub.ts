import type {Dataset} from '../dataset.ts'
import {LakeError} from '../errors.ts'
import {channelError} from './channelError.ts'
import {compileFilter, type Filter} from './compileFilter.ts'
import {createAllowance} from './createAllowance.ts'
import {createEventStream} from './createEventStream.ts'
import {createListenerGroups, type Listener} from './createListenerGroups.ts'
import {encodeEvent} from './encodeEvent.ts'
import {formatEventId, type EventPosition} from './eventIds.ts'
import {encodeMutationEvents, matchChanges} from './mutationEvents.ts'
import {currentPosition, missedTransactions, resumePosition} from './resumePosition.ts'

export interface ListenRequest extends Listener {
  /** The client understands `welcomeback` and `reset`. */
  enableResume: boolean
  lastEventId: string | null
}

/** All listeners of one dataset. */
export interface ListenerHub {
  listen(request: ListenRequest): ReadableStream<Uint8Array>
  /** Sends every listener a comment; ends the streams of those who may no longer listen. */
  beat(): void
  /** Ends all streams; the clients come back. */
  close(): void
}

const defaultLongestReplay = 2_000

export interface ListenerHubOptions {
  /** Milliseconds for which all may wait while the filter of one client looks at what it missed; 2,000 unless said. */
  longestReplay?: number
}

/** Listeners of a dataset, which hear of each commit until `close`. */
export function createListenerHub(dataset: Dataset, options: ListenerHubOptions = {}): ListenerHub {
  const {longestReplay = defaultLongestReplay} = options
  const {streams, join, deliver} = createListenerGroups(dataset.epoch)
  const allowance = createAllowance()
  const unsubscribe = dataset.subscribe(deliver)

  /** The first event says how the stream begins: anew, resumed, with what was missed behind it, or anew because that cannot be told. */
  function greeting(request: ListenRequest, filter: Filter): Uint8Array[] {
    const resumes = request.enableResume && request.lastEventId !== null
    const position = resumes ? resumePosition(dataset, request.lastEventId) : undefined
    const missed = position && replay(request, filter, position)
    const at = missed && position ? position : currentPosition(dataset)
    const event = !resumes ? 'welcome' : missed === undefined ? 'reset' : 'welcomeback'
    const data = {listenerName: crypto.randomUUID().slice(0, 10)}
    return [encodeEvent({id: formatEventId(dataset.epoch, at), event, data}), ...(missed ?? [])]
  }

  /** What was missed since, unless that takes too long. */
  function replay({audience, format}: Listener, filter: Filter, from: EventPosition): Uint8Array[] | undefined {
    const missed: Uint8Array[] = []
    const deadline = performance.now() + longestReplay
    for (const head of missedTransactions(dataset, from)) {
      if (performance.now() > deadline) return undefined
      const transaction = {...head, changes: dataset.history.changesIn(head.sequence)}
      const matched = matchChanges(transaction, filter, audience)
      const seen = head.sequence === from.sequence ? from.seen : 0
      if (matched.length <= seen) continue
      missed.push(encodeMutationEvents(transaction, matched, format, dataset.epoch, seen))
    }
    return missed
  }

  return {
    listen(request) {
      try {
        const filter = compileFilter(request.query, request.params, request.identity, allowance)
        const first = greeting(request, filter)
        const stream = join(request, filter)
        first.forEach((bytes) => stream.send(bytes))
        return stream.stream
      } catch (error) {
        if (error instanceof LakeError) return failedStream(error)
        throw error
      }
    },
    beat() {
      for (const stream of streams) stream.beat()
    },
    close() {
      unsubscribe()
      streams.forEach((stream) => stream.end())
    },
  }
}

/** A stream that only says why there is none. */
function failedStream(error: LakeError): ReadableStream<Uint8Array> {
  const stream = createEventStream({onClose() {}})
  stream.send(channelError(error))
  stream.end()
  return stream.stream
}
