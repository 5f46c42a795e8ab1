import type {Identity} from '../dataset.ts'
import {userOfAccount, userOfToken, type AccountsData} from './accounts.ts'
import {readCookie} from './cookies.ts'
import {hashSecret} from './secrets.ts'
import type {Sessions} from './sessions.ts'
import {administratorUser, localUser, type User} from './user.ts'

/** Who sent a request, and what is wrong with the credentials it brought, if anything. */
export interface IdentityResolution {
  identity: Identity
  user?: User
  /** End of the session, when it is one. */
  expiresAt?: Date
  /** `unknown`: no such session or token. The identity is then nobody. */
  problem?: 'unknown' | 'expired'
}

export interface IdentifyOptions {
  administratorTokenHash: string
  sessions: Sessions
  accounts: () => AccountsData
  cookieName: string
  /** With sign-in, only accounts have sessions; without, only the local editor. */
  signIn: boolean
  clock: () => Date
}

const anonymous: IdentityResolution = {identity: {id: 'anonymous', role: 'anonymous'}}

const resolved = (user: User, expiresAt?: Date): IdentityResolution => ({
  identity: {id: user.id, role: user.role},
  user,
  ...(expiresAt === undefined ? {} : {expiresAt}),
})

/** Bearer token first, else the session cookie, else nobody. */
export function createIdentify(options: IdentifyOptions): (headers: Headers) => IdentityResolution {
  return (headers) => {
    const token = bearerToken(headers.get('authorization'))
    if (token !== undefined) return ofToken(token, options)
    const cookie = readCookie(headers.get('cookie'), options.cookieName)
    return cookie === undefined ? anonymous : ofSession(cookie, options)
  }
}

/** The token of an `Authorization: Bearer …` header or of the presence socket's first message. */
export function bearerToken(header: string | null): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
}

/** Who a bearer token belongs to: the administrator's, a program's, or that of a session. */
function ofToken(token: string, options: IdentifyOptions): IdentityResolution {
  const hash = hashSecret(token)
  if (hash === options.administratorTokenHash) return resolved(administratorUser)
  const apiToken = options.accounts().tokens.find((candidate) => candidate.hash === hash)
  return apiToken === undefined ? ofSession(token, options) : resolved(userOfToken(apiToken))
}

function ofSession(secret: string, options: IdentifyOptions): IdentityResolution {
  const session = options.sessions.find(secret)
  const holder = session && holderOf(session.userId, options)
  if (session === undefined || holder === undefined) return {...anonymous, problem: 'unknown'}
  const {user, signOuts} = holder
  if (session.signOuts !== signOuts || session.expiresAt <= options.clock()) return {...anonymous, problem: 'expired'}
  return resolved(user, session.expiresAt)
}

/** Who a user id names today, and how often they were signed out everywhere; undefined for an account that is gone. */
export function holderOf(
  id: string,
  {signIn, accounts}: Pick<IdentifyOptions, 'signIn' | 'accounts'>,
): {user: User; signOuts: number} | undefined {
  if (!signIn) return id === localUser.id ? {user: localUser, signOuts: 0} : undefined
  const account = accounts().accounts.find((candidate) => candidate.id === id)
  return account && {user: userOfAccount(account), signOuts: account.signOuts ?? 0}
}
