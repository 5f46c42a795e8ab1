import autocannon from 'autocannon'
import type {Figures} from '../harness/benchCase.ts'
import type {RunningServer} from '../servers/startServer.ts'

export interface LoadOptions {
  /** Asked for in turn by every connection, so that no cache of one answer decides. */
  paths: readonly string[]
  connections: number
  /** Seconds that count; a third of them goes before for warming up. */
  seconds?: number
}

/**
 * Requests as fast as they are answered, on kept-alive connections.
 * @throws Error when an answer was no 2xx: an error is answered fast, and would look like speed.
 */
export async function load(server: RunningServer, {paths, connections, seconds = 4}: LoadOptions): Promise<Figures> {
  const options = {
    url: server.url,
    connections,
    timeout: 60,
    requests: paths.map((path) => ({method: 'GET' as const, path})),
  }
  await autocannon({...options, duration: Math.ceil(seconds / 3)})
  const before = await server.usage()
  const {requests, latency, duration, non2xx, errors} = await autocannon({...options, duration: seconds})
  const after = await server.usage()
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were no success, ${errors} requests failed.`)
  return {
    'requests/s': requests.total / duration,
    'p50 ms': latency.p50,
    'p99 ms': latency.p99,
    'server CPU µs/request': (after.cpu - before.cpu) / requests.total,
  }
}
