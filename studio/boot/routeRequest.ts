/** Where a request of the Studio goes. */
export type Route =
  | {kind: 'pass'}
  /** Answered here, without a network. */
  | {kind: 'answer'; status: number; body: object}
  /** The same request at another address. */
  | {kind: 'rewrite'; url: string}
  /** An event stream, which shares the one WebSocket. */
  | {kind: 'stream'; path: string}

/** Where this Studio is, and the project that it is for. */
export interface Own {
  origin: string
  projectId: string
}

const STREAM_PATH = /^\/v[^/]+\/data\/(listen|live\/events)\//

/**
 * Decides about one request of the Studio on an embedded lake. Sanity's version check and telemetry are answered here
 * (neither can be turned off in its configuration); what its SDK asks at the project's own host name goes to our
 * origin; event streams go over the WebSocket, because browsers allow one host six connections over HTTP/1.1 and an
 * open document holds six streams.
 */
export function routeRequest(url: URL, own: Own): Route {
  if (url.hostname === 'sanity-cdn.com' && url.pathname.startsWith('/v1/modules/')) {
    const version = /\^([\w.-]+)/.exec(decodeURIComponent(url.pathname))?.[1] ?? ''
    return {kind: 'answer', status: 200, body: {packageVersion: version, latest: version}}
  }
  if (url.hostname === 'api.sanity.io' && /^\/v[^/]+\/intake\//.test(url.pathname))
    return {
      kind: 'answer',
      status: 403,
      body: {statusCode: 403, error: 'Forbidden', message: 'This Studio sends no reports.'},
    }
  const path = url.pathname + url.search
  if (url.origin === own.origin) return STREAM_PATH.test(url.pathname) ? {kind: 'stream', path} : {kind: 'pass'}
  if (!isProjectHost(url, own)) return {kind: 'pass'}
  return STREAM_PATH.test(url.pathname) ? {kind: 'stream', path} : {kind: 'rewrite', url: own.origin + path}
}

/** Where a WebSocket of the Studio goes: what is meant for the project's own host name, to our origin. */
export function socketUrl(url: URL, own: Own): string {
  if (!isProjectHost(url, own)) return url.href
  return own.origin.replace(/^http/, 'ws') + url.pathname + url.search
}

function isProjectHost(url: URL, {origin, projectId}: Own): boolean {
  return url.host === `${projectId}.api.sanity.io` || url.host === `${projectId}.${new URL(origin).host}`
}
