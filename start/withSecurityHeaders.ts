import {type ServedContent, securityHeaders} from '../lake/security/securityHeaders.ts'
import type {Handler} from './createHandler.ts'

const POLICY = 'content-security-policy'

/**
 * Sends the security headers of this kind of page with every answer. What the page sets for itself stands; its Content
 * Security Policy does when it is a whole one, with a `default-src`.
 */
export function withSecurityHeaders(kind: ServedContent, handler: Handler): Handler {
  return async (request, from) => {
    const response = await handler(request, from)
    const headers = new Headers(response.headers)
    if (headers.get(POLICY)?.includes('default-src') === false) headers.delete(POLICY)
    for (const [name, value] of Object.entries(securityHeaders(kind))) if (!headers.has(name)) headers.set(name, value)
    return new Response(response.body, {status: response.status, headers})
  }
}
