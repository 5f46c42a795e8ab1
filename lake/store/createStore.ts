import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {setImmediate as nextTurn} from 'node:timers/promises'
import type {Dataset} from '../dataset.ts'
import type {DatasetCatalog} from '../datasetCatalog.ts'
import {StorageError} from '../errors.ts'
import {type After, systemAfter} from '../timers.ts'
import {createGroupCommit} from './commits/createGroupCommit.ts'
import {createDataset, type SelectByQuery, type StoredDataset} from './createDataset.ts'
import {createDatasetCatalog} from './createDatasetCatalog.ts'
import {createUpkeep} from './createUpkeep.ts'
import {createCheckpointer} from './database/createCheckpointer.ts'
import {openDatabase, type Database} from './database/openDatabase.ts'
import {createTextIndex} from './indexes/createTextIndex.ts'
import {selectByQuery} from './selectByQuery.ts'
import {migrate} from './tables/migrate.ts'
import {migrations, type Migration} from './tables/migrations.ts'

export interface StoreOptions {
  /** Folder of `lake.sqlite`; made when it is missing. */
  dataDir: string
  clock?: () => Date
  /** Makes transaction ids and generated `_id`s, UUIDs by default. */
  createId?: () => string
  /** Evaluates the query of a mutation by query; by default with the lake's own planner. */
  select?: SelectByQuery
  /** The timer of checkpoints and upkeep. */
  after?: After
  /** Bytes of JSON whose parsed documents stay in memory, per dataset. */
  cacheSize?: number
  /** Told of errors outside requests: a checkpoint that failed, a listener that threw. */
  onError?: (error: unknown) => void
  /** Steps to apply instead of the lake's own, for tests of migrations. */
  migrations?: readonly Migration[]
}

/** The lake's storage: one SQLite file for all datasets, owned by this process. */
export interface Store {
  readonly database: Database
  readonly datasets: DatasetCatalog
  /** @throws NotFoundError for a dataset that does not exist */
  dataset(name: string): Dataset
  /** Indexes documents that wait for it, and copies the log: what otherwise happens when idle. */
  settle(): void
  /** Copies the database to a file while it is in use. Assets are not in it. */
  backup(file: string): Promise<void>
  close(): void
}

/** Of ten thousand talks: an import, which changes every one again to make references strong, reads none of them back. */
const defaultCacheSize = 56 * 1024 * 1024

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
  const open = new Map<string, StoredDataset>()
  const datasets = createDatasetCatalog(database, clock, (name) => {
    open.get(name)?.backlog.drop()
    open.delete(name)
  })
  const text = createTextIndex(database)
  const group = createGroupCommit(database, setImmediate)
  const checkpointer = createCheckpointer(database, after, onError)
  const upkeep = createUpkeep({
    backlogs: () => [...open.values()].map(({backlog}) => backlog),
    text,
    after,
    onError,
  })
  upkeep.touch()

  function dataset(name: string): Dataset {
    let found = open.get(name)
    if (found === undefined) {
      found = createDataset({
        database,
        row: datasets.row(name),
        text,
        clock,
        createId: options.createId ?? randomUUID,
        select: options.select ?? selectByQuery,
        group,
        turn: () => nextTurn(),
        cacheSize: options.cacheSize ?? defaultCacheSize,
        onCommit() {
          checkpointer.touch()
          upkeep.touch()
        },
        onSettle: checkpointer.touch,
        onListenerError: onError,
      })
      open.set(name, found)
    }
    upkeep.giveWay()
    return found.dataset
  }

  return {
    database,
    dataset,
    datasets,
    settle() {
      for (const {name} of datasets.list()) dataset(name)
      upkeep.settle()
      database.checkpoint()
    },
    backup: (file) => database.backup(file),
    close() {
      group.flush()
      checkpointer.stop()
      upkeep.stop()
      try {
        // So that the next start finds nothing to do.
        upkeep.work()
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

function reportError(error: unknown): void {
  const sql = error instanceof StorageError && error.sql !== undefined ? ` in: ${error.sql}` : ''
  process.stderr.write(`The lake's storage failed${sql}: ${String(error)}\n`)
}
