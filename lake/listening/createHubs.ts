import type {Dataset} from '../dataset.ts'
import {type Every, systemEvery} from '../timers.ts'
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

/** Hubs that send a heartbeat until they are closed. */
export function createHubs(every: Every = systemEvery): Hubs {
  const listeners = new Map<Dataset, ListenerHub>()
  const live = new Map<Dataset, LiveHub>()
  const all = () => [...listeners.values(), ...live.values()]
  const stop = every(heartbeatInterval, () => {
    for (const hub of all()) hub.beat()
  })
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
      stop()
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
