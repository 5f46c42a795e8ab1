import type {Lake} from '../lake/createLake.ts'
import type {Handler} from './createHandler.ts'

/**
 * On the local default, opening the Studio is what signs a browser in: its page comes with a session, unless the
 * browser already has one.
 */
export function handOutSession(studio: Handler, lake: Lake): Handler {
  return async (request, from) => {
    const response = await studio(request, from)
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
    if (!isPage || (await isSignedIn(request, lake))) return response
    const headers = new Headers(response.headers)
    headers.append('set-cookie', lake.createSession())
    return new Response(response.body, {status: response.status, headers})
  }
}

async function isSignedIn(request: Request, lake: Lake): Promise<boolean> {
  const headers = new Headers()
  for (const name of ['host', 'cookie']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const response = await lake.fetch(new Request(new URL('/v1/users/me', request.url), {headers}))
  const user: unknown = await response.json()
  return typeof user === 'object' && user !== null && 'id' in user
}
