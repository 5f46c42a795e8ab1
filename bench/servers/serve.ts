import {type ServerKind, type ServerOptions, serverKinds, type StartedServer} from './serverKinds.ts'

/** What the measuring process may ask of a server's process. */
export type ServerRequest = 'usage' | 'stop'

export type ServerMessage =
  | {kind: 'listening'; port: number; token: string}
  /** CPU time since the start in microseconds, resident memory now and at its highest in bytes. */
  | {kind: 'usage'; cpu: number; rss: number; peak: number; writes: number}
  | {kind: 'failed'; name: string; message: string}

const [name = '', options = '{}'] = process.argv.slice(2)
const say = (message: ServerMessage): void => void process.send?.(message)

try {
  const server = await start(name, JSON.parse(options))
  process.on('message', (request: ServerRequest) => {
    if (request === 'usage') return say({...usage(), writes: server.writes?.() ?? 0})
    void (server.close?.() ?? Promise.resolve()).finally(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
  say({kind: 'listening', port: server.port, token: server.token ?? ''})
} catch (error) {
  const {name, message} = error instanceof Error ? error : new Error(String(error))
  say({kind: 'failed', name, message})
  process.disconnect()
}

function start(kind: string, options: ServerOptions): Promise<StartedServer> {
  if (!isServerKind(kind)) throw new Error(`There is no server "${kind}".`)
  return serverKinds[kind](options)
}

function isServerKind(kind: string): kind is ServerKind {
  return Object.hasOwn(serverKinds, kind)
}

function usage() {
  const {user, system} = process.cpuUsage()
  return {
    kind: 'usage' as const,
    cpu: user + system,
    rss: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
  }
}
