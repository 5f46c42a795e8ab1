import type {IncomingMessage} from 'node:http'
import {join} from 'node:path'
import type {Duplex} from 'node:stream'
import type {BlobStore} from './assets/blobStore.ts'
import {createAssetMover} from './assets/createAssetMover.ts'
import {createTransformCache} from './assets/transformCache.ts'
import {readAccounts} from './auth/accounts.ts'
import type {DatasetFacts} from './auth/checkAccess.ts'
import {createAuth, type Auth} from './auth/createAuth.ts'
import {groupDocuments} from './auth/groups.ts'
import {commentsProfile, type DatasetCatalog, type DatasetInfo} from './datasetCatalog.ts'
import {assetEndpoints, contentEndpoints} from './endpoints/assets.ts'
import {authEndpoints} from './endpoints/auth.ts'
import {bootEndpoints} from './endpoints/boot.ts'
import {datasetEndpoints} from './endpoints/datasets.ts'
import type {Connection, Endpoint, LakeContext} from './endpoints/endpoint.ts'
import {keyValueEndpoints} from './endpoints/keyValue.ts'
import {notBuilt} from './endpoints/notBuilt.ts'
import {projectEndpoints} from './endpoints/projects.ts'
import {userEndpoints} from './endpoints/users.ts'
import {createKeyValueStore} from './keyvalue/keyValueStore.ts'
import {openSettings} from './openSettings.ts'
import {createRouter} from './router.ts'
import {rememberAllowed} from './security/allowedOrigins.ts'
import {createSockets} from './sockets/createSockets.ts'

export interface RimOptions {
  context: Omit<LakeContext, 'groups'>
  catalog: DatasetCatalog
  blobs: BlobStore
  /** The endpoints of documents: query, doc, mutate, actions, listen, history, export. */
  dataEndpoints: readonly Endpoint[]
  origins: (() => string[]) | undefined
  corsOrigins: readonly string[]
  publicOrigin: string | undefined
  signIn: boolean
  onFault: (error: unknown, request: {method: string; path: string}) => void
}

/** Everything around the documents: HTTP, sockets, users, settings and assets. */
export interface Rim {
  fetch(request: Request, from?: Connection): Promise<Response>
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly auth: Auth
  /** Gives assets at an address that is no longer ours another one; remembers it, so that the next start has nothing to do. */
  moveAssets(to: string): Promise<number>
  /** Ends all sockets, then closes the settings. */
  close(): Promise<void>
}

const cacheLimits = {maxBytes: 512 * 1024 * 1024, atOnce: 2, waiting: 200}

/** Puts the rim together. @throws LakeStartError for a list of accounts, a token or settings that cannot be read. */
export function createRim({
  context,
  catalog,
  blobs,
  dataEndpoints,
  origins,
  corsOrigins,
  publicOrigin,
  signIn,
  onFault,
}: RimOptions): Rim {
  const {dataDir, clock, projectId} = context
  // A list that cannot be read is told at the start, not by every request from then on.
  readAccounts(dataDir)
  const settings = openSettings(dataDir)
  const allowed = rememberAllowed(origins, projectId)
  const secure = (): boolean => origins?.().some((origin) => origin.startsWith('https:')) === true
  const auth = createAuth({dataDir, database: settings, signIn, clock, secure})
  const cache = createTransformCache({
    folder: join(dataDir, 'cache', 'images'),
    ...cacheLimits,
    onError: (error) => onFault(error, {method: 'WRITE', path: 'cache/images'}),
  })
  const keyValues = createKeyValueStore(settings, clock)
  const identify = (headers: Headers) => auth.identify(headers)
  const fetch = createRouter({
    endpoints: [
      ...bootEndpoints,
      ...keyValueEndpoints(keyValues),
      ...userEndpoints(auth),
      ...authEndpoints(auth, allowed),
      ...projectEndpoints(auth, catalog, publicOrigin),
      ...datasetEndpoints(catalog),
      ...assetEndpoints(blobs, publicOrigin),
      ...dataEndpoints,
    ],
    contentEndpoints: contentEndpoints(blobs, cache),
    notBuilt,
    context: {...context, groups: () => groupDocuments(auth.users(), clock())},
    allowed,
    frontends: new Set(corsOrigins),
    identify,
    factsOf: (name) => factsOf(catalog, name),
    onFault,
  })
  const sockets = createSockets({
    allowed,
    identify,
    fetch,
    checkDataset: (name) => void context.dataset(name),
    createId: context.createId,
    onFault,
  })
  return {
    fetch,
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    auth,
    moveAssets: createAssetMover({
      catalog,
      dataset: context.dataset,
      projectId,
      keyValues,
      allowed,
      publicOrigin,
    }),
    async close() {
      await sockets.close()
      settings.close()
    },
  }
}

function factsOf(catalog: DatasetCatalog, name: string): DatasetFacts {
  const some = (test: (info: DatasetInfo) => boolean) => catalog.list().some((info) => info.name === name && test(info))
  return {
    isPublic: () => some(({aclMode}) => aclMode === 'public'),
    isForComments: () => some(({profile}) => profile === commentsProfile),
  }
}
