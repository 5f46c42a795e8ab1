import {assetHashes, deletedAssetHashes} from './assets/assetHashes.ts'
import type {BlobStore} from './assets/blobStore.ts'
import {createBlobRemover} from './assets/createBlobRemover.ts'
import type {Dataset} from './dataset.ts'
import type {DatasetCatalog} from './datasetCatalog.ts'
import {createReleaseScheduler} from './listening/createReleaseScheduler.ts'
import type {Store} from './store/createStore.ts'
import {systemAfter} from './timers.ts'

export interface KeepDatasetsOptions {
  store: Store
  blobs: BlobStore
  clock: () => Date
  onError: (error: unknown) => void
  /** Told of a dataset that was removed, e.g. to end the streams of its listeners. */
  onRemoved: (dataset: Dataset) => void
}

export interface DatasetKeeper {
  /** The store's datasets, kept from the moment they are made until they are removed. */
  readonly catalog: DatasetCatalog
  /** Keeps every blob until the returned function is called. */
  holdBlobs: () => () => void
  stop: () => void
}

/**
 * What has to happen beside each dataset's documents: bytes go with the last document (or the dataset) that named them,
 * and scheduled releases are published when their time has come.
 */
export function keepDatasets({store, blobs, clock, onError, onRemoved}: KeepDatasetsOptions): DatasetKeeper {
  const {datasets} = store
  const stops = new Map<string, () => void>()
  const remover = createBlobRemover(blobs, () => datasets.list().map(({name}) => store.dataset(name)))

  const keep = (name: string): void => {
    const dataset = store.dataset(name)
    const unsubscribe = dataset.subscribe((transaction) => remover.remove(deletedAssetHashes(transaction)))
    const scheduler = createReleaseScheduler({dataset, clock, after: systemAfter, onError})
    stops.set(name, () => {
      unsubscribe()
      scheduler.stop()
    })
  }

  for (const {name} of datasets.list()) keep(name)
  return {
    catalog: {
      ...datasets,
      create(name, options) {
        datasets.create(name, options)
        keep(name)
      },
      remove(name) {
        const dataset = store.dataset(name)
        const hashes = assetHashes(dataset)
        stops.get(name)?.()
        stops.delete(name)
        datasets.remove(name)
        onRemoved(dataset)
        remover.remove(hashes)
      },
    },
    holdBlobs: remover.hold,
    stop() {
      for (const stop of stops.values()) stop()
      stops.clear()
    },
  }
}
