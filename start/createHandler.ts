/** What is known of a request besides what it says of itself. */
export interface Connection {
  /** IP address of the caller. */
  address?: string | undefined
}

/** Anything that answers a request: the lake, the Studio's files, the site. */
export type Handler = (request: Request, from: Connection) => Response | Promise<Response>

export interface HandlerParts {
  /** Whether a `Host` header names this server. */
  allowsHost: (host: string) => boolean
  /** Undefined when a hosted Content Lake is used. */
  lake: Handler | undefined
  studio: Handler
  site: Handler
}

/** What asks for data under a version that is none is told so by the lake. */
const LAKE_PATHS = /^\/+(v(\d{4}-\d\d-\d\d|1|X)|v[^/]+\/data|images|files)\//
const STUDIO_PATHS = /^\/studio(\/|$)/

/**
 * One origin for everything: the lake's API, images and files, the Studio at `/studio`, the site at every other path.
 * A request whose `Host` is not one of ours is refused before anything looks at it (DNS rebinding).
 */
export function createHandler({allowsHost, lake, studio, site}: HandlerParts): Handler {
  return (request, from) => {
    const url = new URL(request.url)
    if (!allowsHost(request.headers.get('host') ?? '')) return refusedHost(request)
    if (lake !== undefined && LAKE_PATHS.test(url.pathname)) return lake(request, from)
    return STUDIO_PATHS.test(url.pathname) ? studio(request, from) : site(request, from)
  }
}

function refusedHost(request: Request): Response {
  const message = `This server does not answer for the host "${request.headers.get('host') ?? ''}". Open it by the address it printed at its start.`
  return Response.json({statusCode: 421, error: 'Misdirected Request', message}, {status: 421})
}
