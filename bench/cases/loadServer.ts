import {type LoadOptions, load} from '../clients/load.ts'
import type {Figures} from '../harness/benchCase.ts'
import type {ServerKind, ServerOptions} from '../servers/serverKinds.ts'
import {withServer} from './withServer.ts'

/** Starts a server and asks it for pages, 16 at a time. */
export function loadServer(
  kind: ServerKind,
  options: ServerOptions,
  paths: readonly string[],
  more: Pick<LoadOptions, 'seconds'> = {},
): Promise<Figures> {
  return withServer(kind, options, (server) => load(server, {paths, connections: 16, ...more}))
}
