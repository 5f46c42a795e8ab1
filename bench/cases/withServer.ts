import type {Figures} from '../harness/benchCase.ts'
import type {ServerKind, ServerOptions} from '../servers/serverKinds.ts'
import {type RunningServer, startServer} from '../servers/startServer.ts'

/** Starts a server, measures, and stops it whatever happens. */
export async function withServer(
  kind: ServerKind,
  options: ServerOptions,
  measure: (server: RunningServer) => Promise<Figures>,
): Promise<Figures> {
  const server = await startServer(kind, options)
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}
