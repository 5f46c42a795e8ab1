import {UnauthorizedError} from '../errors.ts'
import {eventStreamHeaders} from '../listening/createEventStream.ts'
import type {Hubs} from '../listening/createHubs.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {flag} from './urlOptions.ts'

/** `GET /data/live/events/:ds`: the Live Content API. Tells which sync tags changed; drafts only to those who may see them. */
export function liveEventsEndpoints(hubs: Hubs): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/data/live/events/:ds',
      access: 'read',
      handle({context, params, url, identity, request, mayStay}) {
        const includeDrafts = flag(url, 'includeDrafts')
        if (includeDrafts && identity.role === 'anonymous') throw new UnauthorizedError()
        const dataset = datasetOf({context, params})
        const lastEventId = request.headers.get('last-event-id')
        const stream = hubs.live(dataset).listen({includeDrafts, lastEventId, mayStay})
        return new Response(stream, {headers: eventStreamHeaders})
      },
    },
  ]
}
