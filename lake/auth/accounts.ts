import {randomUUID} from 'node:crypto'
import {chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {LakeStartError} from '../errors.ts'
import {isObject} from '../isObject.ts'
import {fileError} from '../store/database/storageError.ts'
import {isRole, type Role, type User} from './user.ts'

/** Somebody who signs in with a name and a password. */
export interface Account {
  id: string
  /** What they type to sign in; unique without regard to case. */
  login: string
  name: string
  email: string
  role: Role
  passwordHash: string
  createdAt: string
  /** How often they were signed out everywhere: sessions of an earlier count are over. 0 unless said. */
  signOuts?: number
}

/** A token for a program: only its hash is kept. */
export interface ApiToken {
  id: string
  label: string
  role: Role
  hash: string
  createdAt: string
}

export interface AccountsData {
  version: 1
  accounts: Account[]
  tokens: ApiToken[]
}

const empty: AccountsData = {version: 1, accounts: [], tokens: []}

/**
 * Reads `dataDir/accounts.json`; a missing file means no accounts. It is a file and not a table, so that the command line can
 * change it while the server runs, which has the database to itself.
 * Throws a LakeStartError for a file that cannot be understood: missing is not the same as broken.
 */
export function readAccounts(dataDir: string): AccountsData {
  const path = join(dataDir, 'accounts.json')
  if (statSync(path, {throwIfNoEntry: false}) === undefined) return empty
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isAccountsData(data)) return data
  } catch (error) {
    throw new LakeStartError('corrupt', `${path} cannot be read`, error)
  }
  throw new LakeStartError('corrupt', `${path} is not a list of accounts that this version understands`)
}

/**
 * Replaces `dataDir/accounts.json` atomically; only its owner may read it. Makes the folder, because accounts are added
 * before the first start with `HOST`. What an administrator of the machine writes belongs to whoever the folder belongs to: the server could not
 * read it otherwise, and would refuse everybody.
 */
export function writeAccounts(dataDir: string, data: AccountsData): void {
  const path = join(dataDir, 'accounts.json')
  const part = `${path}.${randomUUID()}`
  mkdirSync(dataDir, {recursive: true})
  try {
    writeFileSync(part, `${JSON.stringify(data, null, 2)}\n`, {mode: 0o600, flag: 'wx'})
    chmodSync(part, 0o600)
    if (process.geteuid?.() === 0) giveTo(part, dataDir)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, {force: true})
    throw fileError(error)
  }
}

function giveTo(path: string, folder: string): void {
  const {uid, gid} = statSync(folder)
  chownSync(path, uid, gid)
}

/** The accounts as they are now: read again whenever the file was replaced. */
export function watchAccounts(dataDir: string): () => AccountsData {
  const path = join(dataDir, 'accounts.json')
  let known = ''
  let data = empty
  return () => {
    const stat = statSync(path, {bigint: true, throwIfNoEntry: false})
    const mark = stat === undefined ? 'none' : `${stat.ino} ${stat.mtimeNs} ${stat.size}`
    if (mark !== known) {
      data = readAccounts(dataDir)
      known = mark
    }
    return data
  }
}

/** How an account shows to others. */
export function userOfAccount({id, name, email, role}: Account): User {
  return {id, name, email, role, provider: 'local', isRobot: false}
}

/** How the holder of a token shows to others. */
export function userOfToken({id, label, role}: ApiToken): User {
  return {id, name: label, email: '', role, provider: 'token', isRobot: true}
}

function isAccountsData(value: unknown): value is AccountsData {
  return (
    isObject(value) &&
    value['version'] === 1 &&
    isListOf(value['accounts'], ['id', 'login', 'name', 'email', 'role', 'passwordHash', 'createdAt']) &&
    value['accounts'].every((account) => ['number', 'undefined'].includes(typeof account['signOuts'])) &&
    isListOf(value['tokens'], ['id', 'label', 'role', 'hash', 'createdAt'])
  )
}

const isListOf = (value: unknown, fields: string[]): value is Record<string, unknown>[] =>
  Array.isArray(value) &&
  value.every(
    (item: unknown) =>
      isObject(item) && fields.every((field) => typeof item[field] === 'string') && isRole(String(item['role'])),
  )
