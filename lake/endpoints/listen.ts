import {BadRequestError} from '../errors.ts'
import {eventStreamHeaders} from '../listening/createEventStream.ts'
import type {Hubs} from '../listening/createHubs.ts'
import {flag} from './commitOptions.ts'
import type {Endpoint} from './endpoint.ts'
import {urlParams} from './urlParams.ts'

/** `GET /data/listen/:ds`: https://www.sanity.io/docs/listening. Server-sent events of what changes among the documents of a query. */
export function listenEndpoints(hubs: Hubs): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/data/listen/:ds',
      access: 'read',
      handle({context, params, url, identity, request}) {
        const query = url.searchParams.get('query')
        if (query === null) throw new BadRequestError('The parameter "query" is missing')
        const dataset = context.dataset(params['ds'] ?? context.defaultDataset)
        const stream = hubs.listeners(dataset).listen({
          query,
          params: urlParams(url.searchParams),
          isAnonymous: identity.role === 'anonymous',
          includeResult: flag(url, 'includeResult'),
          includePreviousRevision: flag(url, 'includePreviousRevision'),
          includeMutations: url.searchParams.get('includeMutations') !== 'false',
          includeEffects: url.searchParams.get('effectFormat') === 'mendoza',
          enableResume: flag(url, 'enableResume'),
          lastEventId: request.headers.get('last-event-id'),
        })
        return new Response(stream, {headers: eventStreamHeaders})
      },
    },
  ]
}
