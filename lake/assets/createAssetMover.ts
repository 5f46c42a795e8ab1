import {administratorUser} from '../auth/user.ts'
import type {Dataset} from '../dataset.ts'
import type {DatasetCatalog} from '../datasetCatalog.ts'
import type {KeyValueStore} from '../keyvalue/keyValueStore.ts'
import type {AllowedOrigins} from '../security/allowedOrigins.ts'
import {moveAssets} from './moveAssets.ts'

export interface AssetMoverOptions {
  catalog: DatasetCatalog
  dataset(name: string): Dataset
  projectId: string
  /** Where the last address is remembered. */
  keyValues: KeyValueStore
  allowed: () => AllowedOrigins
  publicOrigin: string | undefined
}

/** Settings of the lake itself: no user has this id. */
const ownSettings = ''
const assetsAt = 'assetsAt'

/**
 * What gives the assets of all datasets `publicOrigin`, or else the preferred address, where theirs is no longer ours. It remembers the address,
 * so that the next start has nothing to do, and resolves with how many documents changed.
 */
export function createAssetMover(options: AssetMoverOptions): (preferred: string) => Promise<number> {
  const {catalog, keyValues, projectId, publicOrigin} = options
  const isCurrent = (origin: string): boolean =>
    publicOrigin === undefined ? options.allowed().allowsOrigin(origin) : origin === publicOrigin
  const identity = {id: administratorUser.id, role: administratorUser.role}

  return async (preferred) => {
    const to = publicOrigin ?? preferred
    const [last] = keyValues.get(ownSettings, [assetsAt])
    if (last?.value === to) return 0
    let moved = 0
    for (const {name} of catalog.list())
      moved += await moveAssets(options.dataset(name), {to, isCurrent, projectId, identity})
    keyValues.set(ownSettings, [{key: assetsAt, value: to}])
    return moved
  }
}
