import {expect, test} from 'vitest'
import type {StreamRequest} from './createStreams.ts'
import {createStudioFetch} from './createStudioFetch.ts'

function setUp() {
  const fetched: Array<{url: string; credentials: string | undefined}> = []
  const streamed: StreamRequest[] = []
  const studioFetch = createStudioFetch({
    origin: 'http://localhost:3333',
    projectId: 'lectern',
    fetch: async (input, init) => {
      fetched.push({url: input instanceof Request ? input.url : String(input), credentials: init?.credentials})
      return new Response('from the network')
    },
    streams: {
      open: async (request) => {
        streamed.push(request)
        return new Response('from the socket')
      },
    },
  })
  return {studioFetch, fetched, streamed}
}

test('ordinary requests pass, the project’s host becomes ours with the session', async () => {
  const {studioFetch, fetched} = setUp()
  await studioFetch('/v1/ping')
  await studioFetch(new Request('https://lectern.api.sanity.io/v1/users/me'))
  expect(fetched).toEqual([
    {url: '/v1/ping', credentials: undefined},
    {url: 'http://localhost:3333/v1/users/me', credentials: 'include'},
  ])
})

test('what Sanity’s servers would be asked is answered without a network', async () => {
  const {studioFetch, fetched} = setUp()
  const response = await studioFetch('https://api.sanity.io/vX/intake/tracing', {method: 'POST'})
  expect([response.status, fetched]).toEqual([403, []])
})

test('event streams carry their headers to the socket', async () => {
  const {studioFetch, streamed} = setUp()
  const response = await studioFetch('http://localhost:3333/v1/data/listen/production?query=*', {
    headers: {'Last-Event-ID': '7', Accept: 'text/event-stream'},
  })
  expect(await response.text()).toBe('from the socket')
  expect(streamed.map(({path, headers}) => ({path, headers}))).toEqual([
    {path: '/v1/data/listen/production?query=*', headers: {'last-event-id': '7', accept: 'text/event-stream'}},
  ])
})
