import type {CommittedTransaction} from '../dataset.ts'
import {LakeError} from '../errors.ts'
import type {QueryParams} from '../query/parsing/parseQuery.ts'
import {channelError} from './channelError.ts'
import type {Filter} from './compileFilter.ts'
import {createEventStream, type EventStream} from './createEventStream.ts'
import {type Audience, encodeMutationEvents, matchChanges, type EventFormat} from './mutationEvents.ts'

/** What a listener wants to hear of. */
export interface Listener {
  query: string
  params: QueryParams
  audience: Audience
  /** Who listens: what `identity()` gives. */
  identity: string
  /** Whether they may go on listening: asked at every beat. */
  mayStay: () => boolean
  format: EventFormat
}

/** Listeners of a dataset in groups of one query and one set of parameters: the query is evaluated once for all of a group. */
export interface ListenerGroups {
  /** Every listener's stream. */
  readonly streams: ReadonlySet<EventStream>
  /** @param filter The listener's query. */
  join(listener: Listener, filter: Filter): EventStream
  /** Tells the listeners of a transaction. A query that fails on a document fails its own listeners, not those of other queries. */
  deliver(transaction: CommittedTransaction): void
}

interface Group {
  filter: Filter
  audience: Audience
  /** By format: listeners with equal options share the bytes of an event. */
  formats: Map<string, {format: EventFormat; streams: Set<EventStream>}>
}

/** @param epoch The dataset's. */
export function createListenerGroups(epoch: string): ListenerGroups {
  const groups = new Map<string, Group>()
  const streams = new Set<EventStream>()

  function deliverTo({filter, audience, formats}: Group, transaction: CommittedTransaction): void {
    const matched = matchChanges(transaction, filter, audience)
    if (matched.length === 0) return
    for (const {format, streams: listeners} of formats.values()) {
      const bytes = encodeMutationEvents(transaction, matched, format, epoch)
      for (const stream of listeners) stream.send(bytes)
    }
  }

  return {
    streams,
    join(listener, filter) {
      const {audience, format} = listener
      const [groupKey, formatKey] = [groupKeyOf(listener), JSON.stringify(format)]
      const group = groups.get(groupKey) ?? {filter, audience, formats: new Map()}
      groups.set(groupKey, group)
      const members = group.formats.get(formatKey) ?? {format, streams: new Set<EventStream>()}
      group.formats.set(formatKey, members)
      const stream = createEventStream({
        mayStay: listener.mayStay,
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
    },
    deliver(transaction) {
      for (const group of groups.values()) {
        try {
          deliverTo(group, transaction)
        } catch (error) {
          if (!(error instanceof LakeError)) throw error
          fail(group, error)
        }
      }
    },
  }
}

/** Who listens makes a difference only for a query that may ask. */
function groupKeyOf({query, params, audience, identity}: Listener): string {
  return JSON.stringify([query, params, audience, query.includes('identity') ? identity : undefined])
}

function fail({formats}: Group, error: LakeError): void {
  for (const stream of [...formats.values()].flatMap((members) => [...members.streams])) {
    stream.send(channelError(error))
    stream.end()
  }
}
