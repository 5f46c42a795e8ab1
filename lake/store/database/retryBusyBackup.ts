import {setImmediate} from 'node:timers/promises'

/** Each try falls into a transaction by chance: so many in a row mean that something else is wrong. */
const maxTries = 1_000

/**
 * Runs `backup` of node:sqlite until its first step does not fall into a write transaction of the same connection.
 *
 * The copy is made step by step on another thread. A step within a write transaction is answered by SQLite with
 * SQLITE_BUSY (https://www.sqlite.org/c3ref/backup_finish.html#sqlite3backupstep). Node tries later steps again, but
 * gives up at the first one, with result code 0 and "not an error" for a message. Nothing is copied yet then.
 *
 * @throws what `backup` throws for any other reason
 */
export async function retryBusyBackup(backup: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await backup()
      return
    } catch (error) {
      if (!isBusy(error) || tries === maxTries) throw error
    }
    await setImmediate()
  }
}

/** 5 is SQLITE_BUSY, should a later Node say what it was. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 0 || error.errcode === 5)
}
