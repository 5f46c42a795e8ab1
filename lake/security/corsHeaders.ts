const allowedMethods = 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS'

/** Headers that the Studio and the clients send, beside those a browser always allows. */
const allowedHeaders = 'authorization,content-type,last-event-id,client-timing,x-sanity-app,x-sanity-lineage'

/** CORS headers for an origin that was already found to be allowed: it is reflected, never `*`, because of the cookie. */
export function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'content-disposition,etag,retry-after',
    vary: 'origin',
  }
}

/** The answer to OPTIONS: a preflight when `origin` is given, else the list of methods. */
export function preflightResponse(origin: string | null, requestedHeaders: string | null): Response {
  if (origin === null) return new Response(null, {status: 204, headers: {allow: allowedMethods}})
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      'access-control-allow-methods': allowedMethods,
      'access-control-allow-headers': requestedHeaders ?? allowedHeaders,
      'access-control-max-age': '600',
    },
  })
}
