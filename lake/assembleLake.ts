import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {createBlobStore, type BlobStore} from './assets/blobStore.ts'
import {removeUnfinishedBackups} from './backup/archiveBackup.ts'
import {createRim, type Rim, type RimOptions} from './createRim.ts'
import {backupEndpoints} from './endpoints/backup.ts'
import {dataEndpoints} from './endpoints/dataEndpoints.ts'
import type {Endpoint} from './endpoints/endpoint.ts'
import {keepDatasets} from './keepDatasets.ts'
import {createHubs} from './listening/createHubs.ts'
import {createStore, type Store} from './store/createStore.ts'
import type {Every} from './timers.ts'

export interface AssembleOptions extends Pick<
  RimOptions,
  'origins' | 'corsOrigins' | 'publicOrigin' | 'signIn' | 'onFault'
> {
  dataDir: string
  projectId: string
  dataset: string
  clock?: () => Date
  createId?: () => string
  /** Told of errors outside requests. */
  onError: (error: unknown) => void
  /** The timer of the heartbeats of event streams, for tests. */
  every?: Every
  /** Endpoints before those of the lake, for tests. */
  moreEndpoints?: readonly Endpoint[]
}

export interface LakeParts {
  store: Store
  rim: Rim
  blobs: BlobStore
  close: () => Promise<void>
}

/** Puts storage, documents and rim together. @throws LakeStartError */
export function assembleLake(options: AssembleOptions): LakeParts {
  const {dataDir, projectId, dataset: defaultDataset, clock = () => new Date(), createId = randomUUID} = options
  const store = createStore({dataDir, clock, createId, onError: options.onError})
  const hubs = createHubs(options.every)
  try {
    if (!store.datasets.list().some(({name}) => name === defaultDataset)) {
      store.datasets.create(defaultDataset, {aclMode: 'public'})
    }
    removeUnfinishedBackups(dataDir)
    const blobs = createBlobStore(join(dataDir, 'assets'))
    const keeper = keepDatasets({
      store,
      blobs,
      clock,
      onError: options.onError,
      onRemoved: (dataset) => hubs.drop(dataset),
    })
    const rim = createRim({
      context: {projectId, defaultDataset, dataDir, clock, createId, dataset: (name) => store.dataset(name)},
      catalog: keeper.catalog,
      blobs,
      dataEndpoints: [
        ...(options.moreEndpoints ?? []),
        ...dataEndpoints(hubs),
        ...backupEndpoints({dataDir, copyDatabase: (file) => store.backup(file), holdBlobs: keeper.holdBlobs}),
      ],
      origins: options.origins,
      corsOrigins: options.corsOrigins,
      publicOrigin: options.publicOrigin,
      signIn: options.signIn,
      onFault: options.onFault,
    })
    return {
      store,
      rim,
      blobs,
      async close() {
        keeper.stop()
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
