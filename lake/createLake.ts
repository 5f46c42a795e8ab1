import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {assembleLake} from './assembleLake.ts'
import {localUser} from './auth/user.ts'
import type {Connection} from './endpoints/endpoint.ts'
import {faultText} from './faultText.ts'

export interface LakeOptions {
  /** Folder of `lake.sqlite`, `settings.sqlite`, `accounts.json`, `token`, `assets/` and `cache/`; made when missing. */
  dataDir: string
  projectId: string
  /** Name of the dataset that exists from the first start. */
  dataset: string
  clock?: () => Date
  /** Makes transaction ids and generated `_id`s: UUIDs by default. */
  createId?: () => string
  /**
   * Allowed Host and Origin values, e.g. `http://localhost:3333`; without it, loopback names on any port. With one of
   * https among them, session cookies are only sent over https.
   */
  origins?: () => string[]
  /**
   * Origins of frontends elsewhere whose pages may ask this lake, e.g. `http://localhost:5173`: as anybody, or with a
   * token, never with the session of whoever has the page open.
   */
  corsOrigins?: readonly string[]
  /** The one address by which others know this lake, e.g. that of a proxy: uploads get it in their `url`, whoever sends them. */
  publicOrigin?: string | undefined
  /** Whether people sign in with accounts. Without it, opening the Studio's page hands out a session (local default). */
  signIn?: boolean
}

/** An embedded Content Lake: the HTTP API that Sanity Studio and the official clients speak, on one folder. */
export interface Lake {
  /**
   * The whole HTTP API, event streams included. Never rejects.
   * @param from what the server knows about the caller, beside the headers, which callers write themselves
   */
  fetch(request: Request, from?: Connection): Promise<Response>
  /** WebSockets: `/v…/socket/:dataset` (presence) and `/v1/streams` (event streams). */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** A Set-Cookie header with a session of the local editor. Throws an Error with sign-in, where sessions are earned. */
  createSession(): string
  /** The administrator's token, which is also in `dataDir/token`. */
  readonly token: string
  /**
   * To be called when the lake's address is known: gives asset documents whose `url` is at an address that is none of `origins` (or not
   * `publicOrigin`) this one, or `publicOrigin`. Resolves with how many there were.
   */
  moveAssets(to: string): Promise<number>
  /** Ends all sockets and streams, then closes the databases. */
  close(): Promise<void>
}

/**
 * Opens the lake in `dataDir`, which then belongs to this process.
 *
 * @throws LakeStartError `folder_unwritable`, `newer_version`, `locked`, `corrupt` or `failed`
 */
export function createLake({origins, corsOrigins = [], publicOrigin, signIn = false, ...options}: LakeOptions): Lake {
  const {rim, close} = assembleLake({
    ...options,
    origins,
    corsOrigins,
    publicOrigin,
    signIn,
    onFault: (error, {method, path}) => report(`${method} ${path}`, error),
    onError: (error) => report('outside of a request', error),
  })
  return {
    fetch: (request, from) => rim.fetch(request, from),
    handleUpgrade: (request, socket, head) => rim.handleUpgrade(request, socket, head),
    createSession() {
      if (signIn) throw new Error('With sign-in, a session is only had with a password')
      return rim.auth.startSession(localUser.id).cookie
    },
    token: rim.auth.administratorToken,
    moveAssets: (to) => rim.moveAssets(to),
    close,
  }
}

/** Faults go to standard error. */
function report(where: string, error: unknown): void {
  process.stderr.write(`Content Lake, ${where}: ${faultText(error)}\n`)
}
