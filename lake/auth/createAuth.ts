import type {Database} from '../store/database/openDatabase.ts'
import {userOfAccount, userOfToken, watchAccounts, type AccountsData} from './accounts.ts'
import {administratorToken} from './administratorToken.ts'
import {readCookie, sessionCookieHeader} from './cookies.ts'
import {bearerToken, createIdentify, holderOf, type IdentifyOptions, type IdentityResolution} from './identify.ts'
import {verifyPassword} from './passwords.ts'
import {hashSecret, createSecret} from './secrets.ts'
import {createSessions, sessionSeconds} from './sessions.ts'
import {createSignInLimit} from './signInLimit.ts'
import {administratorUser, localUser, type User} from './user.ts'

export interface AuthOptions {
  dataDir: string
  database: Database
  signIn: boolean
  clock: () => Date
  /** Whether the server is reached over https, and cookies should only go there. */
  secure: () => boolean
}

export interface Auth {
  readonly signIn: boolean
  readonly administratorToken: string
  identify(headers: Headers): IdentityResolution
  /** Everybody who can be named: accounts, programs, and those that exist without one. */
  users(): User[]
  /** Starts a session for a user id; the cookie is a Set-Cookie header. */
  startSession(userId: string): {secret: string; cookie: string; expiresAt: Date}
  /** Ends the sessions that a request brought, by cookie or token; the answer is a Set-Cookie header that forgets it. */
  endSessions(headers: Headers): string
  /** The user id, or undefined for a wrong name or password. Throws a TooManyRequestsError; see `createSignInLimit`. */
  checkPassword(login: string, password: string, address?: string): Promise<string | undefined>
  /** A code of one use and one minute, which the Studio exchanges for a token. */
  createSid(userId: string): string
  useSid(sid: string): string | undefined
}

const sidMs = 60 * 1000

/** Sessions, tokens and accounts behind one face: what every request, `/users/me` and `/auth/*` need to know. */
export function createAuth({dataDir, database, signIn, clock, secure}: AuthOptions): Auth {
  const token = administratorToken(dataDir)
  const administratorTokenHash = hashSecret(token)
  const accounts = watchAccounts(dataDir)
  const sessions = createSessions(database, clock)
  // Cookies do not know ports: without a name of its own, a second lake on this machine would end the first one's sessions.
  const cookieName = `lake_session_${hashSecret(administratorTokenHash).slice(0, 8)}`
  const options: IdentifyOptions = {administratorTokenHash, sessions, accounts, cookieName, signIn, clock}
  const limit = createSignInLimit(clock)
  const signOutsOf = (userId: string): number => holderOf(userId, options)?.signOuts ?? 0
  const sids = createSids(clock, signOutsOf)
  const cookie = (value: string, maxAgeSeconds: number): string =>
    sessionCookieHeader({name: cookieName, value, maxAgeSeconds, secure: secure()})
  return {
    signIn,
    administratorToken: token,
    identify: createIdentify(options),
    users: () => allUsers(accounts(), signIn),
    startSession(userId) {
      const {secret, expiresAt} = sessions.create(userId, signOutsOf(userId))
      return {secret, expiresAt, cookie: cookie(secret, sessionSeconds)}
    },
    endSessions(headers) {
      for (const secret of [bearerToken(headers.get('authorization')), readCookie(headers.get('cookie'), cookieName)]) {
        if (secret !== undefined) sessions.end(secret)
      }
      return cookie('', 0)
    },
    async checkPassword(login, password, address) {
      const key = login.trim().toLowerCase()
      const succeeded = limit.take(key, address)
      const find = () => accounts().accounts.find((candidate) => candidate.login.toLowerCase() === key)
      const account = find()
      if (!(await verifyPassword(password, account?.passwordHash))) return undefined
      // The password may have been changed while it was checked.
      if (find()?.passwordHash !== account?.passwordHash) return undefined
      succeeded()
      return account?.id
    },
    ...sids,
  }
}

function allUsers({accounts, tokens}: AccountsData, signIn: boolean): User[] {
  return [...(signIn ? [] : [localUser]), ...accounts.map(userOfAccount), administratorUser, ...tokens.map(userOfToken)]
}

function createSids(clock: () => Date, signOutsOf: (userId: string) => number): Pick<Auth, 'createSid' | 'useSid'> {
  const codes = new Map<string, {userId: string; signOuts: number; expiresAt: number}>()
  return {
    createSid(userId) {
      const now = clock().getTime()
      for (const [hash, code] of codes) if (code.expiresAt <= now) codes.delete(hash)
      const sid = createSecret()
      codes.set(hashSecret(sid), {userId, signOuts: signOutsOf(userId), expiresAt: now + sidMs})
      return sid
    },
    useSid(sid) {
      const hash = hashSecret(sid)
      const code = codes.get(hash)
      codes.delete(hash)
      if (code === undefined || code.expiresAt <= clock().getTime()) return undefined
      return code.signOuts === signOutsOf(code.userId) ? code.userId : undefined
    },
  }
}
