import type {Auth} from '../auth/createAuth.ts'
import {loginPage, providerTitle} from '../auth/loginPage.ts'
import {localUser} from '../auth/user.ts'
import {BadRequestError, NotFoundError, TooManyRequestsError, UnauthorizedError} from '../errors.ts'
import type {AllowedOrigins} from '../security/allowedOrigins.ts'
import {securityHeaders} from '../security/securityHeaders.ts'
import type {Endpoint, EndpointRequest} from './endpoint.ts'

/** The Studio's way in and out: providers, form, exchange of the code, session, sign-out. */
export function authEndpoints(auth: Auth, allowed: () => AllowedOrigins): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/auth/providers',
      access: 'public',
      handle: ({request, url}) =>
        Response.json({
          providers: [
            {
              name: 'local',
              title: providerTitle(request.headers.get('accept-language')),
              url: `${url.origin}/v1/auth/login/local`,
            },
          ],
          thirdPartyLogin: false,
          sso: {saml: false},
        }),
    },
    {
      method: 'GET',
      path: '/auth/login/:provider',
      access: 'public',
      handle: (request) => showForm(request, auth, allowed()),
    },
    {
      method: 'POST',
      path: '/auth/login/:provider',
      access: 'public',
      bodyLimit: 16 * 1024,
      handle: (request) => submitForm(request, auth, allowed()),
    },
    {
      method: 'GET',
      path: '/auth/fetch',
      access: 'public',
      handle: ({url}) => {
        const userId = auth.useSid(url.searchParams.get('sid') ?? '')
        if (userId === undefined) throw new UnauthorizedError()
        const {secret, cookie} = auth.startSession(userId)
        return Response.json({token: secret, label: 'Studio'}, {headers: {'set-cookie': cookie, ...noStore}})
      },
    },
    {
      method: 'GET',
      path: '/auth/id',
      access: 'view',
      handle: ({request}) => {
        const {user, expiresAt} = auth.identify(request.headers)
        if (user === undefined) throw new UnauthorizedError()
        return Response.json({id: user.id, ...(expiresAt === undefined ? {} : {expiry: expiresAt.getTime()})})
      },
    },
    {
      method: 'POST',
      path: '/auth/logout',
      access: 'public',
      handle: ({request}) => Response.json({}, {headers: {'set-cookie': auth.endSessions(request.headers)}}),
    },
  ]
}

const noStore = {'cache-control': 'no-store'}

/** Without accounts there is nothing to ask: whoever opens the page is the local editor. */
function showForm(endpointRequest: EndpointRequest, auth: Auth, allowed: AllowedOrigins): Response {
  const back = studioUrl(endpointRequest, allowed)
  if (!auth.signIn) return signedIn(localUser.id, back, auth)
  return formResponse(endpointRequest, 200)
}

async function submitForm(endpointRequest: EndpointRequest, auth: Auth, allowed: AllowedOrigins): Promise<Response> {
  const {request, from} = endpointRequest
  const back = studioUrl(endpointRequest, allowed)
  const form = new URLSearchParams(await request.text())
  try {
    const userId = await auth.checkPassword(form.get('login') ?? '', form.get('password') ?? '', from.address)
    return userId === undefined ? formResponse(endpointRequest, 401, 'wrong') : signedIn(userId, back, auth)
  } catch (error) {
    if (error instanceof TooManyRequestsError) return formResponse(endpointRequest, 429, 'tooMany')
    throw error
  }
}

function formResponse({request, url}: EndpointRequest, status: number, problem?: 'wrong' | 'tooMany'): Response {
  const headers = {
    ...securityHeaders('login', url),
    'content-type': 'text/html; charset=utf-8',
    ...(status === 429 ? {'retry-after': '900'} : {}),
  }
  return new Response(loginPage(request.headers.get('accept-language'), problem), {status, headers})
}

function signedIn(userId: string, back: URL, auth: Auth): Response {
  const location = new URL(back)
  location.hash = `sid=${auth.createSid(userId)}`
  const {cookie} = auth.startSession(userId)
  return new Response(null, {status: 303, headers: {location: location.href, 'set-cookie': cookie, ...noStore}})
}

/** Where to go afterwards: only ever one of our own pages, or the code would be handed to a stranger. */
function studioUrl({params, url}: EndpointRequest, allowed: AllowedOrigins): URL {
  if (params['provider'] !== 'local') throw new NotFoundError(`No sign-in provider named ${params['provider'] ?? ''}`)
  const origin = url.searchParams.get('origin') ?? ''
  const target = URL.canParse(origin) ? new URL(origin) : undefined
  if (target === undefined || !allowed.allowsOrigin(target.origin)) {
    throw new BadRequestError('The parameter "origin" must be the address of a Studio on this server')
  }
  return target
}
