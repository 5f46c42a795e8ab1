import {randomUUID} from 'node:crypto'
import {assetHashes, removeBlobs, removeDeletedBlobs} from './assets/removeBlobs.ts'
import {createRim, type Rim, type RimOptions} from './createRim.ts'
import type {Dataset} from './dataset.ts'
import type {DatasetCatalog} from './endpoints/datasetCatalog.ts'
import type {Endpoint} from './endpoints/endpoint.ts'
import {dataEndpoints} from './endpoints/dataEndpoints.ts'
import {createHubs} from './listening/createHubs.ts'
import {createStore, type Store} from './store/createStore.ts'

export interface AssembleOptions extends Pick<RimOptions, 'origins' | 'signIn' | 'onFault'> {
  dataDir: string
  projectId: string
  dataset: string
  clock?: () => Date
  createId?: () => string
  /** Told of errors outside requests. */
  onError: (error: unknown) => void
  /** Endpoints before those of the lake, for tests. */
  moreEndpoints?: readonly Endpoint[]
}

export interface LakeParts {
  store: Store
  rim: Rim
  close: () => Promise<void>
}

/** Puts storage, documents and rim together. @throws LakeStartError */
export function assembleLake(options: AssembleOptions): LakeParts {
  const {dataDir, projectId, dataset: defaultDataset, clock = () => new Date(), createId = randomUUID} = options
  const store = createStore({dataDir, clock, createId, onError: options.onError})
  const hubs = createHubs()
  try {
    if (!store.datasets.list().some(({name}) => name === defaultDataset)) {
      store.datasets.create(defaultDataset, {aclMode: 'public'})
    }
    const catalog = catalogWithBlobs(store, () => rim)
    const rim = createRim({
      context: {projectId, defaultDataset, dataDir, clock, createId, dataset: (name) => store.dataset(name)},
      catalog: catalog.datasets,
      dataEndpoints: [...(options.moreEndpoints ?? []), ...dataEndpoints(hubs)],
      origins: options.origins,
      signIn: options.signIn,
      onFault: options.onFault,
    })
    catalog.watchAll()
    return {
      store,
      rim,
      async close() {
        hubs.close()
        await rim.close()
        store.close()
      },
    }
  } catch (error) {
    hubs.close()
    store.close()
    throw error
  }
}

/** The store's datasets, with blobs removed when the documents or the dataset that named them are. */
function catalogWithBlobs(store: Store, rim: () => Rim): {datasets: DatasetCatalog; watchAll: () => void} {
  const {datasets} = store
  const all = (): Dataset[] => datasets.list().map(({name}) => store.dataset(name))
  const watch = (name: string): void => {
    store.dataset(name).subscribe((transaction) => removeDeletedBlobs(transaction, all(), rim().blobs))
  }
  return {
    watchAll: () => datasets.list().forEach(({name}) => watch(name)),
    datasets: {
      ...datasets,
      create(name, options) {
        datasets.create(name, options)
        watch(name)
      },
      remove(name) {
        const hashes = assetHashes(store.dataset(name))
        datasets.remove(name)
        removeBlobs(hashes, all(), rim().blobs)
      },
    },
  }
}
