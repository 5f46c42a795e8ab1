import {randomBytes, randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {setImmediate as nextTurn} from 'node:timers/promises'
import type {Dataset} from '../dataset.ts'
import {BadRequestError, ConflictError, NotFoundError, StorageError} from '../errors.ts'
import {createGroupCommit} from './commits/createGroupCommit.ts'
import {createDataset, type SelectByQuery, type StoredDataset} from './createDataset.ts'
import {createCheckpointer, systemAfter, type After} from './database/createIdleWork.ts'
import {openDatabase, type Database} from './database/openDatabase.ts'
import {createIndexing} from './indexes/createIndexing.ts'
import {createTextIndex} from './indexes/createTextIndex.ts'
import {selectByQuery} from './selectByQuery.ts'
import {datasetStatements, type AclMode, type DatasetRow} from './tables/datasetTable.ts'
import {migrate} from './tables/migrate.ts'
import {migrations, type Migration} from './tables/migrations.ts'
import {removeDatasetContent} from './tables/removeDatasetContent.ts'

export interface StoreOptions {
  /** Folder of `lake.sqlite`; made when it is missing. */
  dataDir: string
  clock?: () => Date
  /** Makes transaction ids and generated `_id`s, UUIDs by default. */
  createId?: () => string
  /** Evaluates the query of a mutation by query; by default with the lake's own planner. */
  select?: SelectByQuery
  /** The timer of checkpoints and indexing. */
  after?: After
  /** Bytes of JSON whose parsed documents stay in memory, per dataset. */
  cacheSize?: number
  /** Told of errors outside requests: a checkpoint that failed, a listener that threw. */
  onError?: (error: unknown) => void
  /** Steps to apply instead of the lake's own, for tests of migrations. */
  migrations?: readonly Migration[]
}

/** A dataset besides its documents. */
export interface DatasetInfo {
  name: string
  aclMode: AclMode
  profile?: string
  addonFor?: string
  createdAt: string
}

export interface Datasets {
  list(): readonly DatasetInfo[]
  /** @throws ConflictError when the name is taken, BadRequestError when it is not allowed */
  create(name: string, options: {aclMode: AclMode; profile?: string; addonFor?: string}): void
  /** @throws NotFoundError */
  setAclMode(name: string, aclMode: AclMode): void
  /** Removes it with its documents and history. @throws NotFoundError */
  remove(name: string): void
}

/** The lake's storage: one SQLite file for all datasets, owned by this process. */
export interface Store {
  readonly database: Database
  readonly datasets: Datasets
  /** @throws NotFoundError for a dataset that does not exist */
  dataset(name: string): Dataset
  /** Indexes documents that wait for it, and copies the log: what otherwise happens when idle. */
  settle(): void
  /** Copies the database to a file while it is in use. Assets are not in it. */
  backup(file: string): Promise<void>
  close(): void
}

const defaultCacheSize = 32 * 1024 * 1024

/** https://www.sanity.io/docs/datasets: also enforced by `@sanity/client`. */
const datasetName = /^(~[a-z0-9][-\w]{0,63}|[a-z0-9][-\w]{0,63})$/

/**
 * Opens the storage in `dataDir`.
 *
 * @throws LakeStartError `folder_unwritable`, `newer_version`, `locked`, `corrupt` or `failed`
 */
export function createStore(options: StoreOptions): Store {
  const onError = options.onError ?? reportError
  const after = options.after ?? systemAfter
  const clock = options.clock ?? (() => new Date())
  const database = openMigrated(join(options.dataDir, 'lake.sqlite'), options.migrations ?? migrations)
  const rows = datasetStatements(database)
  const text = createTextIndex(database)
  const group = createGroupCommit(database, setImmediate)
  const open = new Map<string, StoredDataset>()
  // Every anonymous request asks whether its dataset is public.
  let infos: readonly DatasetInfo[] | undefined
  const checkpointer = createCheckpointer(database, after, onError)
  const indexing = createIndexing({
    followers: () => [...open.values()].map(({follower}) => follower),
    text,
    after,
    onError,
  })
  indexing.touch()

  function existing(name: string): DatasetRow {
    const row = rows.byName.get(name)
    if (row === undefined) throw new NotFoundError(`Dataset "${name}" not found`)
    return row
  }

  function dataset(name: string): Dataset {
    let found = open.get(name)
    if (found === undefined) {
      found = createDataset({
        database,
        row: existing(name),
        text,
        clock,
        createId: options.createId ?? randomUUID,
        select: options.select ?? selectByQuery,
        group,
        turn: () => nextTurn(),
        cacheSize: options.cacheSize ?? defaultCacheSize,
        onCommit() {
          checkpointer.touch()
          indexing.touch()
        },
        onListenerError: onError,
      })
      open.set(name, found)
    }
    indexing.giveWay()
    return found.dataset
  }

  return {
    database,
    dataset,
    datasets: {
      list: () => (infos ??= rows.all.all().map(toInfo)),
      create(name, {aclMode, profile, addonFor}) {
        if (!datasetName.test(name)) throw new BadRequestError(`Dataset name "${name}" is not allowed`)
        if (rows.byName.get(name) !== undefined) throw new ConflictError(`Dataset "${name}" already exists`)
        const epoch = randomBytes(4).toString('hex')
        rows.insert.run(name, aclMode, profile ?? null, addonFor ?? null, clock().toISOString(), epoch)
        infos = undefined
      },
      setAclMode(name, aclMode) {
        existing(name)
        rows.setAclMode.run(aclMode, name)
        infos = undefined
      },
      remove(name) {
        const {pk} = existing(name)
        database.transaction(() => removeDatasetContent(database, pk))
        infos = undefined
        open.delete(name)
      },
    },
    settle() {
      for (const {name} of rows.all.all()) dataset(name)
      indexing.settle()
      database.checkpoint()
    },
    backup: (file) => database.backup(file),
    close() {
      group.flush()
      checkpointer.stop()
      indexing.stop()
      try {
        // So that the next start finds the indexes right.
        indexing.followAll()
      } catch (error) {
        onError(error)
      }
      database.close()
    },
  }
}

function openMigrated(file: string, steps: readonly Migration[]): Database {
  const database = openDatabase(file)
  try {
    migrate(database, steps)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function toInfo(row: DatasetRow): DatasetInfo {
  return {
    name: row.name,
    aclMode: row.acl_mode,
    createdAt: row.created_at,
    ...(row.profile === null ? {} : {profile: row.profile}),
    ...(row.addon_for === null ? {} : {addonFor: row.addon_for}),
  }
}

function reportError(error: unknown): void {
  const sql = error instanceof StorageError && error.sql !== undefined ? ` in: ${error.sql}` : ''
  process.stderr.write(`The lake's storage failed${sql}: ${String(error)}\n`)
}
