const allowedMethods = 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS'

/** Headers that the Studio and the clients send, beside those a browser always allows. */
const allowedHeaders = 'authorization,content-type,last-event-id,client-timing,x-sanity-app,x-sanity-lineage'

/** A page of another origin that may read the answer, and whether it may send the session's cookie. */
export interface CorsGrant {
  origin: string
  credentials: boolean
}

/** CORS headers for an origin that was already found to be allowed: it is reflected, never `*`, because of the cookie. */
export function corsHeaders({origin, credentials}: CorsGrant): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    ...(credentials && {'access-control-allow-credentials': 'true'}),
    'access-control-expose-headers': 'content-disposition,etag,retry-after',
  }
}

/** The answer to OPTIONS: a preflight for an origin that was granted access, else the list of methods. */
export function preflightResponse(grant: CorsGrant | undefined, requestedHeaders: string | null): Response {
  if (grant === undefined) return new Response(null, {status: 204, headers: {allow: allowedMethods}})
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(grant),
      'access-control-allow-methods': allowedMethods,
      'access-control-allow-headers': requestedHeaders ?? allowedHeaders,
      'access-control-max-age': '600',
    },
  })
}
