/** Anything that answers a request: the lake, the Studio's files, the site. */
export type Handler = (request: Request) => Response | Promise<Response>

export interface HandlerParts {
  /** Allowed `Host` header values as origins, e.g. `http://localhost:3333`. */
  origins: () => readonly string[]
  /** Undefined when a hosted Content Lake is used. */
  lake: Handler | undefined
  studio: Handler
  site: Handler
}

const LAKE_PATHS = /^\/(v(\d{4}-\d\d-\d\d|1|X)|images|files)\//
const STUDIO_PATHS = /^\/studio(\/|$)/

/**
 * One origin for everything: the lake's API, images and files, the Studio at `/studio`, the site at every other path.
 * A request whose `Host` is not one of ours is refused before anything looks at it (DNS rebinding).
 */
export function createHandler({origins, lake, studio, site}: HandlerParts): Handler {
  return (request) => {
    const url = new URL(request.url)
    if (!isOwnHost(request, origins())) return refusedHost(request)
    if (lake !== undefined && LAKE_PATHS.test(url.pathname)) return lake(request)
    return STUDIO_PATHS.test(url.pathname) ? studio(request) : site(request)
  }
}

function isOwnHost(request: Request, origins: readonly string[]): boolean {
  const host = request.headers.get('host')?.toLowerCase()
  return origins.some((origin) => new URL(origin).host === host)
}

function refusedHost(request: Request): Response {
  const message = `This server does not answer for the host "${request.headers.get('host') ?? ''}". Open it by the address it printed at its start.`
  return Response.json({statusCode: 421, error: 'Misdirected Request', message}, {status: 421})
}
