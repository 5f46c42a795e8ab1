import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import {checkApiVersion} from '../apiVersion.ts'
import type {IdentityResolution} from '../auth/identify.ts'
import {LakeError, NotFoundError} from '../errors.ts'
import {createPresenceHub, type PresenceHub} from '../presence/createPresenceHub.ts'
import type {AllowedOrigins} from '../security/allowedOrigins.ts'
import {callerOf, checkCaller} from '../security/checkCaller.ts'
import {connectPresence} from './connectPresence.ts'
import {connectStreams} from './connectStreams.ts'

export interface SocketsOptions {
  allowed: () => AllowedOrigins
  identify: (headers: Headers) => IdentityResolution
  fetch: (request: Request) => Promise<Response>
  /** Throws a NotFoundError for a dataset that does not exist. */
  checkDataset: (name: string) => void
  createId: () => string
  onFault: (error: unknown, request: {method: string; path: string}) => void
}

export interface Sockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to every client, and lets go of those that do not answer. */
  close(): Promise<void>
}

const paths = {
  presence: /^\/v(?:\d{4}-\d\d-\d\d|1|X)\/socket\/([^/]+)$/,
  streams: /^\/v(?:\d{4}-\d\d-\d\d|1|X)\/streams$/,
}

/** How long a client may take to answer the goodbye of a server that stops. */
const goodbyeMs = 250

/** All WebSockets of the lake: the same Host and Origin rules as for requests, then presence or event streams. */
export function createSockets(options: SocketsOptions): Sockets {
  const server = new WebSocketServer({noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false})
  const hubs = new Map<string, PresenceHub>()
  const hubOf = (dataset: string): PresenceHub => {
    const hub = hubs.get(dataset) ?? createPresenceHub()
    hubs.set(dataset, hub)
    return hub
  }

  const connectorFor = (url: URL, headers: Headers): ((socket: WebSocket) => void) => {
    checkCaller(callerOf(headers, url), options.allowed())
    checkApiVersion(url.pathname)
    const dataset = paths.presence.exec(url.pathname)?.[1]
    if (dataset !== undefined) {
      options.checkDataset(dataset)
      return (socket) => connectPresence(socket, headers, hubOf(dataset), options)
    }
    if (paths.streams.test(url.pathname)) return (socket) => connectStreams(socket, url, headers, options)
    throw new NotFoundError(`No such socket: ${url.pathname}`)
  }

  return {
    handleUpgrade(request, socket, head) {
      // Node takes its own listener off before an upgrade: a client that is gone by now would end the process.
      socket.on('error', () => socket.destroy())
      const headers = headersOf(request)
      const path = request.url ?? '/'
      try {
        const connect = connectorFor(requestUrl(path, headers), headers)
        server.handleUpgrade(request, socket, head, (webSocket) => {
          webSocket.on('error', () => webSocket.terminate())
          connect(webSocket)
        })
      } catch (error) {
        if (!(error instanceof LakeError)) options.onFault(error, {method: 'UPGRADE', path: path.split('?')[0] ?? ''})
        refuse(socket, error instanceof LakeError ? error : undefined)
      }
    },
    async close() {
      server.close()
      await Promise.all([...server.clients].map(closeClient))
    },
  }
}

function closeClient(client: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => client.terminate(), goodbyeMs)
    client.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
    client.close(1001, 'The server stops')
  })
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

function requestUrl(path: string, headers: Headers): URL {
  const base = `http://${headers.get('host') ?? ''}`
  if (!URL.canParse(path, base)) throw new NotFoundError('No such socket')
  return new URL(path, base)
}

/** Answers an upgrade in plain HTTP, with the same JSON as any refused request. */
function refuse(socket: Duplex, error: LakeError | undefined): void {
  const body = JSON.stringify(
    error?.body() ?? {statusCode: 500, error: 'Internal Server Error', message: 'See the log'},
  )
  const status = error?.status ?? 500
  socket.once('finish', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
