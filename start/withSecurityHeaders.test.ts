import {expect, test} from 'vitest'
import {securityHeaders} from '../lake/security/securityHeaders.ts'
import {withSecurityHeaders} from './withSecurityHeaders.ts'

const sent = async (kind: 'studio' | 'site', headers: Record<string, string>) => {
  const handler = withSecurityHeaders(kind, () => new Response('page', {status: 404, headers}))
  const response = await handler(new Request('http://localhost:3333/'), {})
  expect([response.status, await response.text()]).toEqual([404, 'page'])
  return Object.fromEntries(response.headers)
}

test('a page that sets nothing gets everything', async () => {
  const type = {'content-type': 'text/html'}
  expect(await sent('studio', type)).toEqual({...type, ...securityHeaders('studio')})
})

test('what a page sets for itself stands, once', async () => {
  const own = {'content-security-policy': "default-src 'none'", 'referrer-policy': 'no-referrer'}
  expect(await sent('site', own)).toEqual({
    'content-type': 'text/plain;charset=UTF-8',
    ...securityHeaders('site'),
    ...own,
  })
})

test('a policy about frames alone gives way to the whole one', async () => {
  const {'content-security-policy': policy} = await sent('studio', {
    'content-security-policy': "frame-ancestors 'self'",
  })
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
      "media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; form-action 'self'; " +
      "frame-ancestors 'self'; base-uri 'none'",
  )
})

test.each([
  ['http://localhost:3333/', 'same-origin-allow-popups'],
  ['http://127.0.0.2:3333/', 'same-origin-allow-popups'],
  ['http://talks.example.org/', 'same-origin-allow-popups'],
  ['http://192.0.2.1:3333/', null],
])('%s: browsers take the opener policy, or it is not sent', async (url, policy) => {
  const handler = withSecurityHeaders('studio', () => new Response('page'), 'https://talks.example.org')
  const {headers} = await handler(new Request(url), {})
  expect(headers.get('cross-origin-opener-policy')).toBe(policy)
})
