import type {IncomingMessage} from 'node:http'
import {join} from 'node:path'
import type {Duplex} from 'node:stream'
import type {BlobStore} from './assets/blobStore.ts'
import {createTransformCache} from './assets/transformCache.ts'
import type {DatasetFacts} from './auth/checkAccess.ts'
import {createAuth, type Auth} from './auth/createAuth.ts'
import {groupDocuments} from './auth/groups.ts'
import {assetEndpoints, contentEndpoints} from './endpoints/assets.ts'
import {authEndpoints} from './endpoints/auth.ts'
import {bootEndpoints} from './endpoints/boot.ts'
import {commentsProfile, type DatasetCatalog, type DatasetInfo} from './endpoints/datasetCatalog.ts'
import {datasetEndpoints} from './endpoints/datasets.ts'
import type {Connection, Endpoint, LakeContext} from './endpoints/endpoint.ts'
import {keyValueEndpoints} from './endpoints/keyValue.ts'
import {notBuilt} from './endpoints/notBuilt.ts'
import {projectEndpoints} from './endpoints/projects.ts'
import {userEndpoints} from './endpoints/users.ts'
import {createKeyValueStore} from './keyvalue/keyValueStore.ts'
import {createRouter} from './router.ts'
import {rememberAllowed} from './security/allowedOrigins.ts'
import {openSettings} from './settingsDatabase.ts'
import {createSockets} from './sockets/createSockets.ts'

export interface RimOptions {
  context: Omit<LakeContext, 'groups'>
  catalog: DatasetCatalog
  blobs: BlobStore
  /** The endpoints of documents: query, doc, mutate, actions, listen, history, export. */
  dataEndpoints: readonly Endpoint[]
  origins: (() => string[]) | undefined
  corsOrigins: readonly string[]
  signIn: boolean
  onFault: (error: unknown, request: {method: string; path: string}) => void
}

/** Everything around the documents: HTTP, sockets, users, settings and assets. */
export interface Rim {
  fetch(request: Request, from?: Connection): Promise<Response>
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly auth: Auth
  /** Ends all sockets, then closes the settings. */
  close(): Promise<void>
}

const cacheLimits = {maxBytes: 512 * 1024 * 1024, atOnce: 2, waiting: 200}

export function createRim({
  context,
  catalog,
  blobs,
  dataEndpoints,
  origins,
  corsOrigins,
  signIn,
  onFault,
}: RimOptions): Rim {
  const {dataDir, clock, projectId} = context
  const settings = openSettings(dataDir)
  const allowed = rememberAllowed(origins, projectId)
  const secure = (): boolean => origins?.().some((origin) => origin.startsWith('https:')) === true
  const auth = createAuth({dataDir, database: settings, signIn, clock, secure})
  const cache = createTransformCache({folder: join(dataDir, 'cache', 'images'), ...cacheLimits})
  const identify = (headers: Headers) => auth.identify(headers)
  const fetch = createRouter({
    endpoints: [
      ...bootEndpoints,
      ...keyValueEndpoints(createKeyValueStore(settings, clock)),
      ...userEndpoints(auth),
      ...authEndpoints(auth, allowed),
      ...projectEndpoints(auth),
      ...datasetEndpoints(catalog),
      ...assetEndpoints(blobs),
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
