import type {Server} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {createHttpServer} from '../lake/httpServer.ts'
import {callerAddress} from './callerAddress.ts'
import type {Handler} from './createHandler.ts'
import {SettingsError} from './settings.ts'

export interface Listening {
  server: Server
  /** The port in use; differs from the wanted one only for 0. */
  port: number
  /** Takes no more requests and cuts those that run; resolves with the last connection. WebSockets are closed by whoever took them. */
  close(): Promise<void>
}

export interface ListenOptions {
  host: string
  port: number
  /** Whether a proxy on this machine passes requests on, and says for whom. */
  behindProxy?: boolean
}

/**
 * Serves the handler over HTTP/1.1.
 * @throws SettingsError when the port is taken, forbidden or the host is not one of this machine.
 */
export async function listen(handler: Handler, options: ListenOptions): Promise<Listening> {
  const {host, port, behindProxy = false} = options
  const answer = getRequestListener(async (request, {incoming}) =>
    handler(request, {address: callerAddress(incoming, behindProxy)}),
  )
  const server = createHttpServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.')
  return {server, port: address.port, close: () => closeServer(server)}
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `This user may not open port ${port}. Choose one from 1024 on: PORT=3333 npm start`,
    EADDRNOTAVAIL: `HOST is "${host}", which is no address of this machine.`,
    ENOTFOUND: `HOST is "${host}", which no name server knows.`,
  }
  const reason = reasons[error.code ?? '']
  return reason === undefined ? error : new SettingsError(reason, {cause: error})
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
