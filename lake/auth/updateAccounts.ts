import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {ConflictError} from '../errors.ts'
import {type AccountsData, readAccounts, writeAccounts} from './accounts.ts'

/** Milliseconds until the next try. */
const PAUSE = 25

/**
 * Changes `dataDir/accounts.json`, one process at a time: `accounts.lock` is there while one does.
 * @param change The new accounts; what it throws leaves the file as it is.
 * @param patience Milliseconds to wait for others: each takes a tenth of a second, where it hashes a password.
 * @throws ConflictError when another process does not finish.
 */
export async function updateAccounts(
  dataDir: string,
  change: (data: AccountsData) => AccountsData | Promise<AccountsData>,
  patience = 10_000,
): Promise<void> {
  mkdirSync(dataDir, {recursive: true})
  const lock = join(dataDir, 'accounts.lock')
  for (let waited = 0; !take(lock); waited += PAUSE) {
    if (waited >= patience)
      throw new ConflictError(
        `Another command is changing the accounts. If none is running, one was stopped half-way: remove ${lock}`,
      )
    await setTimeout(PAUSE)
  }
  try {
    writeAccounts(dataDir, await change(readAccounts(dataDir)))
  } finally {
    rmSync(lock)
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, '', {mode: 0o600, flag: 'wx'})
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
