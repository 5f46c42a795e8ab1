import {ForbiddenError} from '../errors.ts'
import type {AllowedOrigins} from './allowedOrigins.ts'

/** What a request says about where it comes from. */
export interface Caller {
  /** Host header, or the host of the URL for a request made in process. */
  host: string
  /** Origin header, when there is one. */
  origin: string | null
  /** Sec-Fetch-Site and Sec-Fetch-Mode, which browsers add and pages cannot forge. */
  fetchSite: string | null
  fetchMode: string | null
}

/** Reads the caller from a request or from the headers of a WebSocket upgrade. */
export function callerOf(headers: Headers, url: URL): Caller {
  return {
    host: headers.get('host') ?? url.host,
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    fetchMode: headers.get('sec-fetch-mode'),
  }
}

/**
 * Throws a ForbiddenError unless the request was sent to one of our own addresses (a forged Host is DNS rebinding) and not by
 * a page of an origin without access. `embeddable` content (images and files) may also be shown by other sites in an `<img>`.
 */
export function checkCaller(
  caller: Caller,
  allowed: Pick<AllowedOrigins, 'allowsHost' | 'allowsOrigin'>,
  kind: 'api' | 'embeddable' = 'api',
): void {
  if (!allowed.allowsHost(caller.host)) throw new ForbiddenError('The Host header is not one of this server')
  if (caller.origin !== null) {
    if (!allowed.allowsOrigin(caller.origin)) throw new ForbiddenError('Requests from this origin are not allowed')
    return
  }
  if (kind === 'embeddable') return
  const foreign = caller.fetchSite === 'cross-site' || caller.fetchSite === 'same-site'
  if (foreign && caller.fetchMode !== 'navigate') {
    throw new ForbiddenError('Requests from other sites are not allowed')
  }
}
