import {BadRequestError} from '../errors.ts'
import {eventStreamHeaders} from '../listening/createEventStream.ts'
import type {Hubs} from '../listening/createHubs.ts'
import type {Audience} from '../listening/mutationEvents.ts'
import {knowsReleases} from '../query/perspective.ts'
import {datasetOf, type Endpoint, type EndpointRequest} from './endpoint.ts'
import {choice, flag, wantsEffects} from './urlOptions.ts'
import {urlParams} from './urlParams.ts'

/** `GET /data/listen/:ds`: https://www.sanity.io/docs/listening. Server-sent events of what changes among the documents of a query. */
export function listenEndpoints(hubs: Hubs): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/data/listen/:ds',
      access: 'read',
      handle(asked) {
        const {url, identity, request} = asked
        const query = url.searchParams.get('query')
        if (query === null) throw new BadRequestError('The parameter "query" is missing')
        // An event is sent when queries see the change, which is what both ask for.
        choice(url, 'visibility', ['query', 'transaction'])
        const dataset = datasetOf(asked)
        const stream = hubs.listeners(dataset).listen({
          query,
          params: urlParams(url.searchParams),
          audience: audienceOf(asked),
          identity: identity.id,
          mayStay: asked.mayStay,
          format: {
            includeResult: flag(url, 'includeResult'),
            includePreviousRevision: flag(url, 'includePreviousRevision'),
            includeMutations: flag(url, 'includeMutations', true),
            includeEffects: wantsEffects(url),
          },
          enableResume: flag(url, 'enableResume'),
          lastEventId: request.headers.get('last-event-id'),
        })
        return new Response(stream, {headers: eventStreamHeaders})
      },
    },
  ]
}

/**
 * From the API version on that sees published documents by default, drafts and versions are only heard of with `includeAllVersions`, as every
 * listener of the Studio asks (https://github.com/sanity-io/client/pull/1003).
 */
function audienceOf({identity, apiVersion, url}: EndpointRequest): Audience {
  if (identity.role === 'anonymous') return 'public'
  return knowsReleases(apiVersion) && !flag(url, 'includeAllVersions') ? 'published' : 'everything'
}
