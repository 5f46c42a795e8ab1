import type {CommittedTransaction, Dataset} from '../dataset.ts'
import {LakeError, QueryParseError} from '../errors.ts'
import type {QueryParams} from '../query/parseQuery.ts'
import {compileFilter, type Filter} from './compileFilter.ts'
import {createEventStream, type EventStream} from './createEventStream.ts'
import {encodeEvent} from './encodeEvent.ts'
import {formatEventId, parseEventId, type EventPosition} from './eventIds.ts'
import {type Audience, encodeMutationEvents, matchChanges, type EventFormat} from './mutationEvents.ts'

export interface ListenRequest extends EventFormat {
  query: string
  params: QueryParams
  audience: Audience
  /** Who listens: what `identity()` gives. */
  identity: string
  /** Whether they may go on listening: asked at every beat. */
  mayStay?: () => boolean
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
  readonly size: number
}

/** Listeners with one query and one set of parameters: the query is evaluated once for all of them. */
interface Group {
  filter: Filter
  audience: Audience
  /** By format: listeners with equal options share the bytes of an event. */
  formats: Map<string, {format: EventFormat; streams: Set<EventStream>}>
}

/** A client that missed more transactions than this starts again. */
const maxReplayed = 1_000
const defaultLongestReplay = 2_000

export interface ListenerHubOptions {
  /** Milliseconds for which all may wait while the filter of one client looks at what it missed; 2,000 unless said. */
  longestReplay?: number
}

/** Listeners of a dataset, which hear of each commit until `close`. */
export function createListenerHub(dataset: Dataset, options: ListenerHubOptions = {}): ListenerHub {
  const groups = new Map<string, Group>()
  const streams = new Set<EventStream>()
  const unsubscribe = dataset.subscribe(deliver)

  function deliver(transaction: CommittedTransaction): void {
    for (const group of groups.values()) {
      try {
        deliverTo(group, transaction)
      } catch (error) {
        if (!(error instanceof LakeError)) throw error
        fail(group, error)
      }
    }
  }

  function deliverTo({filter, audience, formats}: Group, transaction: CommittedTransaction): void {
    const matched = matchChanges(transaction, filter, audience)
    if (matched.length === 0) return
    for (const {format, streams: listeners} of formats.values()) {
      const bytes = encodeMutationEvents(transaction, matched, format, dataset.epoch)
      for (const stream of listeners) stream.send(bytes)
    }
  }

  /** A query that fails on a document fails its own listeners, not those of other queries. */
  function fail(group: Group, error: LakeError): void {
    for (const stream of [...group.formats.values()].flatMap((members) => [...members.streams])) {
      stream.send(channelError(error))
      stream.end()
    }
  }

  function join(request: ListenRequest, filter: Filter): EventStream {
    const who = request.query.includes('identity') ? request.identity : undefined
    const groupKey = JSON.stringify([request.query, request.params, request.audience, who])
    const formatKey = JSON.stringify(formatOf(request))
    const group = groups.get(groupKey) ?? {filter, audience: request.audience, formats: new Map()}
    groups.set(groupKey, group)
    const members = group.formats.get(formatKey) ?? {format: formatOf(request), streams: new Set<EventStream>()}
    group.formats.set(formatKey, members)
    const stream = createEventStream({
      ...(request.mayStay === undefined ? {} : {mayStay: request.mayStay}),
      onClose() {
        streams.delete(stream)
        members.streams.delete(stream)
        if (members.streams.size === 0 && group.formats.get(formatKey) === members) group.formats.delete(formatKey)
        if (group.formats.size === 0 && groups.get(groupKey) === group) groups.delete(groupKey)
      },
    })
    streams.add(stream)
    members.streams.add(stream)
    return stream
  }

  /** The first event says how the stream begins: anew, resumed, with what was missed behind it, or anew because that cannot be told. */
  function greeting(request: ListenRequest, filter: Filter): Uint8Array[] {
    const now = {sequence: dataset.source.revision + 1, seen: 0}
    const position = parseEventId(dataset.epoch, request.lastEventId)
    const isKnown =
      position !== undefined && position.sequence <= now.sequence && now.sequence - position.sequence <= maxReplayed
    const resumes = request.enableResume && request.lastEventId !== null
    const missed = resumes && isKnown ? replay(request, filter, position) : undefined
    const event = !resumes ? 'welcome' : missed === undefined ? 'reset' : 'welcomeback'
    const at = missed === undefined || position === undefined ? now : position
    const data = {listenerName: crypto.randomUUID().slice(0, 10)}
    return [encodeEvent({id: formatEventId(dataset.epoch, at), event, data}), ...(missed ?? [])]
  }

  /** What was missed since, unless that takes too long. */
  function replay(request: ListenRequest, filter: Filter, from: EventPosition): Uint8Array[] | undefined {
    const missed: Uint8Array[] = []
    const deadline = performance.now() + (options.longestReplay ?? defaultLongestReplay)
    for (const head of dataset.history.transactionsAfter(from.sequence - 1, maxReplayed)) {
      if (performance.now() > deadline) return undefined
      const transaction = {...head, changes: dataset.history.changesIn(head.sequence)}
      const matched = matchChanges(transaction, filter, request.audience)
      const seen = head.sequence === from.sequence ? from.seen : 0
      if (matched.length <= seen) continue
      missed.push(encodeMutationEvents(transaction, matched, formatOf(request), dataset.epoch, seen))
    }
    return missed
  }

  return {
    listen(request) {
      try {
        const filter = compileFilter(request.query, request.params, request.identity)
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
    get size() {
      return streams.size
    },
  }
}

function formatOf(request: EventFormat): EventFormat {
  const {includeResult, includePreviousRevision, includeMutations, includeEffects} = request
  return {includeResult, includePreviousRevision, includeMutations, includeEffects}
}

/** A stream that says why there is none: the client does not try again. */
function failedStream(error: LakeError): ReadableStream<Uint8Array> {
  const stream = createEventStream({onClose() {}})
  stream.send(channelError(error))
  stream.end()
  return stream.stream
}

function channelError(error: LakeError): Uint8Array {
  const detail =
    error instanceof QueryParseError ? error.detail() : {type: 'queryExecutionError', description: error.message}
  return encodeEvent({event: 'channelError', data: {message: error.message, error: detail}})
}
