import {expect, test} from 'vitest'
import {type Route, routeRequest, socketUrl} from './routeRequest.ts'

const own = {origin: 'http://localhost:3333', projectId: 'lectern'}

test.each<[string, string, Route]>([
  [
    'the version check',
    'https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.16.0/t1795444537',
    {kind: 'answer', status: 200, body: {packageVersion: '6.16.0', latest: '6.16.0'}},
  ],
  [
    'reports',
    'https://api.sanity.io/vX/intake/feedback',
    {
      kind: 'answer',
      status: 403,
      body: {statusCode: 403, error: 'Forbidden', message: 'This Studio sends no reports.'},
    },
  ],
  [
    'the SDK’s user, at the project’s host',
    'https://lectern.api.sanity.io/v2021-06-07/users/me?tag=x',
    {kind: 'rewrite', url: 'http://localhost:3333/v2021-06-07/users/me?tag=x'},
  ],
  [
    'the project as a subdomain of our host',
    'http://lectern.localhost:3333/v1/users/me',
    {kind: 'rewrite', url: 'http://localhost:3333/v1/users/me'},
  ],
  [
    'a listener',
    'http://localhost:3333/v2025-02-19/data/listen/production?query=*',
    {kind: 'stream', path: '/v2025-02-19/data/listen/production?query=*'},
  ],
  [
    'live content',
    'http://localhost:3333/vX/data/live/events/production',
    {kind: 'stream', path: '/vX/data/live/events/production'},
  ],
  ['a query', 'http://localhost:3333/v2025-02-19/data/query/production?query=*', {kind: 'pass'}],
  ['another site', 'https://example.org/v1/data/listen/production', {kind: 'pass'}],
  ['another project', 'https://other.api.sanity.io/v1/users/me', {kind: 'pass'}],
])('%s', (_what, url, route) => {
  expect(routeRequest(new URL(url), own)).toEqual(route)
})

test.each([
  [
    'ws://lectern.localhost:3333/v1/socket/production-comments?tag=x',
    'ws://localhost:3333/v1/socket/production-comments?tag=x',
  ],
  ['wss://lectern.api.sanity.io/v1/socket/production', 'ws://localhost:3333/v1/socket/production'],
  ['ws://localhost:3333/v1/streams', 'ws://localhost:3333/v1/streams'],
  ['wss://other.api.sanity.io/v1/socket/production', 'wss://other.api.sanity.io/v1/socket/production'],
])('the WebSocket %s', (asked, opened) => {
  expect(socketUrl(new URL(asked), own)).toBe(opened)
})
