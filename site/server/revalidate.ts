import {createHash} from 'node:crypto'

/**
 * Lets a browser keep a page and ask each time whether it is still the same (`no-cache`, RFC 9111 section 5.2.2.4): an answer with an entity
 * tag, or 304 without a body where the browser has it already (RFC 9110 section 13.1.2). Other answers pass as they are.
 */
export async function revalidate(request: Request, response: Response): Promise<Response> {
  if (response.status !== 200 || response.headers.get('cache-control') !== 'no-cache') return response
  const body = await response.text()
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = new Headers(response.headers)
  headers.set('etag', etag)
  const known = request.headers.get('if-none-match') ?? ''
  const isKnown = known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  return isKnown ? new Response(null, {status: 304, headers}) : new Response(body, {headers})
}
