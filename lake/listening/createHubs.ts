import type {Dataset} from '../dataset.ts'
import {createListenerHub, type ListenerHub} from './createListenerHub.ts'
import {createLiveHub, type LiveHub} from './createLiveHub.ts'

/** The listeners of every dataset, made when first asked for. */
export interface Hubs {
  listeners(dataset: Dataset): ListenerHub
  live(dataset: Dataset): LiveHub
  /** Ends the streams of a dataset that was removed. */
  drop(dataset: Dataset): void
  /** Ends all streams. */
  close(): void
}

/** A comment goes to every stream this often, in milliseconds, so that nobody takes a quiet stream for a dead one. */
const heartbeatInterval = 15_000

export function createHubs(): Hubs {
  const listeners = new Map<Dataset, ListenerHub>()
  const live = new Map<Dataset, LiveHub>()
  const all = () => [...listeners.values(), ...live.values()]
  const heartbeat = setInterval(() => {
    for (const hub of all()) hub.beat()
  }, heartbeatInterval).unref()
  return {
    listeners: (dataset) => getOrCreate(listeners, dataset, () => createListenerHub(dataset)),
    live: (dataset) => getOrCreate(live, dataset, () => createLiveHub(dataset)),
    drop(dataset) {
      for (const hubs of [listeners, live]) {
        hubs.get(dataset)?.close()
        hubs.delete(dataset)
      }
    },
    close() {
      clearInterval(heartbeat)
      for (const hub of all()) hub.close()
    },
  }
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) {
    value = create()
    map.set(key, value)
  }
  return value
}
