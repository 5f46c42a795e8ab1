import {existsSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {backup, DatabaseSync} from 'node:sqlite'
import {createStatements, type Statement} from './createStatements.ts'
import {ensureWritableFile, ensureWritableFolder} from './ensureWritable.ts'
import {retryBusyBackup} from './retryBusyBackup.ts'
import {startError} from './startError.ts'
import {storageError} from './storageError.ts'
import {takesNoMore} from './takesNoMore.ts'

/** The one SQLite connection of a lake, synchronous as SQLite is. Every error is a StorageError that carries the SQL. */
export interface Database {
  readonly file: string
  /** Compiles the SQL once per database. `Row` is what the SQL's author says it returns. */
  prepare<Row = never>(sql: string): Statement<Row>
  exec(sql: string): void
  /**
   * Runs `work` in one durable transaction, or in a savepoint of the one that is already open. Rolls back what `work` did
   * when it throws.
   */
  transaction<Result>(work: () => Result): Result
  /**
   * The same for what can be made again from what is durable: does not wait for the disk. After a power loss the database is as it was before it,
   * or as after it, and so with everything that was written since and not durable.
   */
  deriving<Result>(work: () => Result): Result
  /** Whether a transaction is open. SQLite ends one by itself on some errors, e.g. when the disk is full. */
  isInTransaction(): boolean
  /** Copies as much of the write-ahead log into the database file as can be done without waiting. */
  checkpoint(): void
  /** Pages of the write-ahead log that are not yet copied. */
  pagesToCheckpoint(): number
  /** Copies the whole database to `file` while it is in use. */
  backup(file: string): Promise<void>
  close(): void
}

/** How long a second process waits for the first one to let go, in milliseconds: a restart overlaps a little. */
const lockTimeout = 1_000

/**
 * Opens (or creates) the database file and takes it for this process alone.
 *
 * - `journal_mode=WAL` with `synchronous=FULL`: a commit returns after its log record was fsynced, so an acknowledged
 *   mutation survives power loss, not only the end of the process. With `NORMAL` the last commits could vanish.
 * - `wal_autocheckpoint=0`: checkpoints never run inside a commit (they cost 6-14 ms at the 99th percentile there);
 *   see `createCheckpointer.ts`.
 * - `locking_mode=EXCLUSIVE`: the lock is held until the process ends, however it ends. A second process gets an error.
 *
 * @throws LakeStartError `folder_unwritable`, `locked`, `corrupt` or `failed`
 */
export function openDatabase(file: string): Database {
  ensureWritableFolder(dirname(file))
  ensureWritableFile(file)
  let connection: DatabaseSync
  try {
    // For this user alone, as is the log, which SQLite makes like it: the folder may be for all.
    if (!existsSync(file)) writeFileSync(file, '', {mode: 0o600, flag: 'wx'})
    connection = new DatabaseSync(file, {timeout: lockTimeout})
    connection.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA cache_size = -32000;
      PRAGMA temp_store = MEMORY;
      BEGIN IMMEDIATE;
      COMMIT;
    `)
  } catch (error) {
    throw startError(file, error)
  }
  return wrapConnection(file, connection)
}

/** https://www.sqlite.org/pragma.html#pragma_wal_checkpoint: pages in the log, and those of them that are copied. */
interface WalState {
  log: number
  checkpointed: number
}

function wrapConnection(file: string, connection: DatabaseSync): Database {
  const {prepare, clear} = createStatements(connection)

  function exec(sql: string): void {
    try {
      connection.exec(sql)
    } catch (error) {
      throw storageError(error, sql)
    }
  }

  function transaction<Result>(work: () => Result): Result {
    const [begin, commit, rollback] = connection.isTransaction
      ? ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part']
      : ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']
    prepare(begin).run()
    try {
      const result = work()
      prepare(commit).run()
      return result
    } catch (error) {
      if (connection.isTransaction) exec(rollback)
      throw error
    }
  }

  /** The next durable commit syncs the whole log, this part included: https://www.sqlite.org/pragma.html#pragma_synchronous. */
  function deriving<Result>(work: () => Result): Result {
    if (connection.isTransaction) return transaction(work)
    exec('PRAGMA synchronous = NORMAL')
    try {
      return transaction(work)
    } finally {
      exec('PRAGMA synchronous = FULL')
    }
  }

  return {
    file,
    prepare,
    exec,
    transaction,
    deriving,
    isInTransaction: () => connection.isTransaction,
    checkpoint() {
      prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
    },
    pagesToCheckpoint() {
      const {log, checkpointed} = prepare<WalState>('PRAGMA wal_checkpoint(NOOP)').get() ?? {log: 0, checkpointed: 0}
      return log - checkpointed
    },
    async backup(target) {
      try {
        await retryBusyBackup(() => backup(connection, target))
      } catch (error) {
        throw storageError(error, `backup to ${target}`)
      }
    },
    close() {
      if (!connection.isOpen) return
      clear()
      try {
        exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // What is in the log stays there, and is read when the database is opened again.
        if (!takesNoMore(error)) throw error
      } finally {
        connection.close()
      }
    },
  }
}
