import {createClient} from '@sanity/client'
import type {SourceOptions} from 'sanity'
import type {StudioEnvironment} from './environment.ts'

type Connection = Pick<SourceOptions, 'apiHost' | 'auth' | 'unstable_clientFactory'>

/**
 * How the Studio reaches its Content Lake. The embedded lake answers on the Studio's own origin, so the project is not
 * part of the host name, and its session is a cookie. A hosted project needs nothing but its id.
 */
export function lakeConnection({hosted}: StudioEnvironment): Connection {
  if (hosted) return {}
  const apiHost = typeof location === 'undefined' ? 'http://localhost:3333' : location.origin
  return {
    apiHost,
    auth: {loginMethod: 'cookie', redirectOnSingle: true},
    unstable_clientFactory: (options) =>
      createClient({
        ...options,
        apiHost,
        useProjectHostname: false,
        useCdn: false,
        // No end but the answer, for as long as the connection is lost: see createPatientFetch.
        timeout: 0,
        // Looked up at each request: the boot module wraps it, and tests may.
        resolveFetch: () => (input, init) => globalThis.fetch(input, init),
      }),
  }
}
