import {type ServedContent, securityHeaders} from '../lake/security/securityHeaders.ts'
import type {Handler} from './createHandler.ts'

const POLICY = 'content-security-policy'

/**
 * Sends the security headers of this kind of page with every answer. What the page sets for itself stands; its Content
 * Security Policy does when it is a whole one, with a `default-src`.
 * @param publicOrigin where a proxy in front is reached, which asks here in plain HTTP
 */
export function withSecurityHeaders(kind: ServedContent, handler: Handler, publicOrigin?: string): Handler {
  const publicUrl = publicOrigin === undefined ? undefined : new URL(publicOrigin)
  return async (request, from) => {
    const response = await handler(request, from)
    const headers = new Headers(response.headers)
    if (headers.get(POLICY)?.includes('default-src') === false) headers.delete(POLICY)
    const url = new URL(request.url)
    const at = publicUrl?.host === url.host ? publicUrl : url
    for (const [name, value] of Object.entries(securityHeaders(kind, at)))
      if (!headers.has(name)) headers.set(name, value)
    return new Response(response.body, {status: response.status, headers})
  }
}
