import {Hono} from 'hono'
import type {Context} from 'hono'
import {checkApiVersion, versionPrefix} from './apiVersion.ts'
import {checkAccess, type DatasetFacts} from './auth/checkAccess.ts'
import type {IdentityResolution} from './auth/identify.ts'
import type {Identity} from './dataset.ts'
import type {Connection, Endpoint, LakeContext} from './endpoints/endpoint.ts'
import type {NotBuilt} from './endpoints/notBuilt.ts'
import {LakeError, MethodNotAllowedError, NotFoundError, NotImplementedError} from './errors.ts'
import type {AllowedOrigins} from './security/allowedOrigins.ts'
import {callerOf, checkCaller} from './security/checkCaller.ts'
import {checkEncoding} from './security/checkEncoding.ts'
import {type CorsGrant, corsHeaders, preflightResponse} from './security/corsHeaders.ts'
import {defaultBodyLimit, limitBody} from './security/limitBody.ts'
import {securityHeaders} from './security/securityHeaders.ts'

export interface RouterOptions {
  /** Everything below the `/v…` prefix, more specific paths first. */
  endpoints: readonly Endpoint[]
  /** Everything without that prefix: images and files. */
  contentEndpoints: readonly Endpoint[]
  /** What the hosted service documents and this lake does not have. */
  notBuilt: readonly NotBuilt[]
  context: LakeContext
  allowed: () => AllowedOrigins
  /** Other origins whose pages may ask: whoever their token says, never who the cookie says. */
  frontends: ReadonlySet<string>
  identify: (headers: Headers) => IdentityResolution
  /** What access to a dataset depends on; no dataset of that name means no. */
  factsOf: (dataset: string) => DatasetFacts
  /** Told of every error that is a fault of ours, with no more of the request than its method and path. */
  onFault: (error: unknown, request: {method: string; path: string}) => void
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The whole HTTP face of the lake: a plain `Request -> Response` that never rejects. */
export function createRouter(options: RouterOptions): (request: Request, from?: Connection) => Promise<Response> {
  const app = createApp(options)
  return async (request, from = {}) => {
    const url = new URL(request.url)
    const caller = callerOf(request.headers, url)
    const allowed = options.allowed()
    const grant = grantOf(caller.origin, allowed, options.frontends)
    try {
      const kind = versionPrefix.test(url.pathname) ? 'api' : 'embeddable'
      checkCaller(caller, {allowsHost: allowed.allowsHost, allowsOrigin: () => grant !== undefined}, kind)
      checkApiVersion(url.pathname)
      const response =
        request.method === 'OPTIONS'
          ? preflightResponse(grant, request.headers.get('access-control-request-headers'))
          : await app.fetch(grant?.credentials === false ? withoutCookie(request) : request, from)
      return withHeaders(response, grant)
    } catch (error) {
      // The caller left in the middle of its request: nobody to answer, and no fault of ours.
      if (request.signal.aborted) return new Response(null, {status: 499})
      return withHeaders(errorResponse(error, options, request.method, url.pathname), grant)
    }
  }
}

function grantOf(
  origin: string | null,
  allowed: AllowedOrigins,
  frontends: ReadonlySet<string>,
): CorsGrant | undefined {
  if (origin === null) return undefined
  if (allowed.allowsOrigin(origin)) return {origin, credentials: true}
  return frontends.has(origin) ? {origin, credentials: false} : undefined
}

/** Ports do not separate cookies: a page on another port of this machine would come with the Studio's session. */
function withoutCookie(request: Request): Request {
  const copy = new Request(request)
  copy.headers.delete('cookie')
  return copy
}

interface Environment {
  Bindings: Connection
}

function createApp(options: RouterOptions): Hono<Environment> {
  const app = new Hono<Environment>({getPath: (request) => routedPath(new URL(request.url).pathname)})
  for (const endpoint of options.endpoints) {
    app.on(endpoint.method, `/api${endpoint.path}`, (c) => runEndpoint(endpoint, c, options))
  }
  for (const endpoint of options.contentEndpoints) {
    app.on(endpoint.method, `/content${endpoint.path}`, (c) => runEndpoint(endpoint, c, options))
  }
  for (const {paths, feature, instead} of options.notBuilt) {
    for (const path of paths) {
      app.all(`/api${path}`, () => {
        throw new NotImplementedError(feature, instead)
      })
    }
  }
  app.notFound((c) => {
    const {pathname} = new URL(c.req.url)
    const allow = methods.filter((method) => app.router.match(method, routedPath(pathname))[0].length > 0)
    if (allow.length === 0) throw new NotFoundError(`No such endpoint: ${c.req.method} ${pathname}`)
    const response = new MethodNotAllowedError(`${c.req.method} is not allowed here`).toResponse()
    response.headers.set('allow', [...allow, ...(allow.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '))
    return response
  })
  app.onError((error) => {
    throw error
  })
  return app
}

/** Keeps versioned and unversioned paths apart, so that `/images` is no API and `/v1/images` no image. */
function routedPath(pathname: string): string {
  return versionPrefix.test(pathname) ? `/api${pathname.replace(versionPrefix, '')}` : `/content${pathname}`
}

async function runEndpoint(endpoint: Endpoint, c: Context<Environment>, options: RouterOptions): Promise<Response> {
  const url = new URL(c.req.url)
  const params = c.req.param()
  const {headers} = c.req.raw
  const admit = (): Identity => {
    const resolution = options.identify(headers)
    checkAccess(endpoint.access, resolution, options.factsOf(params['ds'] ?? params['dataset'] ?? ''))
    return resolution.identity
  }
  const identity = admit()
  checkEncoding(headers)
  const response = await endpoint.handle({
    request: limitBody(c.req.raw, endpoint.bodyLimit ?? defaultBodyLimit),
    url: options.allowed().publicUrl(url),
    from: c.env,
    params,
    apiVersion: versionPrefix.exec(url.pathname)?.[1] ?? '1',
    identity,
    mayStay: () => isLetIn(admit, identity),
    context: options.context,
  })
  if (c.req.raw.method === 'HEAD') await response.body?.cancel()
  return response
}

function isLetIn(admit: () => Identity, before: Identity): boolean {
  try {
    const now = admit()
    return now.id === before.id && now.role === before.role
  } catch (error) {
    if (error instanceof LakeError) return false
    throw error
  }
}

function errorResponse(error: unknown, options: RouterOptions, method: string, path: string): Response {
  if (error instanceof LakeError) {
    if (error.status >= 500 && error.status !== 501) options.onFault(error, {method, path})
    return error.toResponse()
  }
  options.onFault(error, {method, path})
  const body = {statusCode: 500, error: 'Internal Server Error', message: 'The server failed; its log says why'}
  return Response.json(body, {status: 500})
}

function withHeaders(response: Response, grant: CorsGrant | undefined): Response {
  for (const [name, value] of Object.entries(securityHeaders('api'))) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  if (grant) for (const [name, value] of Object.entries(corsHeaders(grant))) response.headers.set(name, value)
  // Also without an origin: an image that is kept from an `<img>` is no answer to a page that asks for it by script.
  response.headers.append('vary', 'origin')
  return response
}
