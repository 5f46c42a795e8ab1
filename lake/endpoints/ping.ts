import type {Endpoint} from './endpoint.ts'

/** `GET /data/ping/:ds`: the Studio measures the connection with it. */
const ping: Endpoint = {
  method: 'GET',
  path: '/data/ping/:ds',
  access: 'public',
  handle: () => new Response('PONG', {headers: {'content-type': 'text/plain'}}),
}

export const pingEndpoints: readonly Endpoint[] = [ping]
