import type {Streams} from './createStreams.ts'
import {routeRequest} from './routeRequest.ts'

interface StudioFetchOptions {
  origin: string
  projectId: string
  fetch: typeof globalThis.fetch
  streams: Streams
}

/** A `fetch` for the whole Studio page, which follows `routeRequest`. */
export function createStudioFetch({origin, projectId, fetch, streams}: StudioFetchOptions): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, origin)
    const route = routeRequest(url, {origin, projectId})
    if (route.kind === 'answer') return Response.json(route.body, {status: route.status})
    if (route.kind === 'rewrite')
      return fetch(input instanceof Request ? new Request(route.url, input) : route.url, {
        ...init,
        credentials: 'include',
      })
    if (route.kind === 'pass') return fetch(input, init)
    const request = new Request(url, input instanceof Request ? input : init)
    return streams.open({
      path: route.path,
      headers: Object.fromEntries(request.headers),
      signal: init?.signal ?? request.signal,
    })
  }
}
