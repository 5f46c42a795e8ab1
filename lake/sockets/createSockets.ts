import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type RawData, type WebSocket} from 'ws'
import {checkApiVersion} from '../apiVersion.ts'
import type {IdentityResolution} from '../auth/identify.ts'
import {LakeError, NotFoundError, UnauthorizedError} from '../errors.ts'
import {createPresenceConnection} from '../presence/createPresenceConnection.ts'
import {createPresenceHub, type PresenceHub} from '../presence/createPresenceHub.ts'
import type {AllowedOrigins} from '../security/allowedOrigins.ts'
import {callerOf, checkCaller} from '../security/checkCaller.ts'
import {createStreamsConnection} from '../streams/streamsConnection.ts'

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

/** The Studio counts any frame as a sign of life and reconnects without one. */
const heartbeatMs = 10_000

/** How long a client may take to answer the goodbye of a server that stops. */
const goodbyeMs = 250

/** A reader that is further behind than this many bytes is dropped. */
const maxBuffered = 1024 * 1024

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

function connectPresence(socket: WebSocket, headers: Headers, hub: PresenceHub, options: SocketsOptions): void {
  let credentials = headers
  const resolve = (candidate: Headers): string | undefined => options.identify(candidate).user?.id
  const connection = createPresenceConnection({
    hub,
    userId: resolve(headers),
    authorize(header) {
      const candidate = new Headers({authorization: header})
      const userId = resolve(candidate)
      if (userId !== undefined) credentials = candidate
      return userId
    },
    createId: options.createId,
    send: (text) => (socket.bufferedAmount > maxBuffered ? socket.terminate() : socket.send(text)),
  })
  let wasKnown = resolve(credentials) !== undefined
  const timer = setInterval(() => {
    const isKnown = resolve(credentials) !== undefined
    if (wasKnown && !isKnown) return socket.close(4401, new UnauthorizedError().message)
    wasKnown = isKnown
    socket.send('♥')
  }, heartbeatMs)
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary) connection.receive(textOf(data))
  })
  socket.on('close', () => {
    clearInterval(timer)
    connection.close()
  })
}

function connectStreams(socket: WebSocket, base: URL, headers: Headers, options: SocketsOptions): void {
  const carried = new Headers()
  for (const name of ['host', 'origin', 'cookie']) {
    const value = headers.get(name)
    if (value !== null) carried.set(name, value)
  }
  const connection = createStreamsConnection({
    fetch: options.fetch,
    base,
    headers: carried,
    send: (text) => new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve()))),
    identity(candidate) {
      const {identity, problem = ''} = options.identify(candidate)
      return `${identity.id} ${identity.role} ${problem}`
    },
    maxStreams: 256,
  })
  let alive = true
  const timer = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
    connection.recheck()
  }, heartbeatMs * 3)
  socket.on('pong', () => (alive = true))
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary) connection.receive(textOf(data))
  })
  socket.on('close', () => {
    clearInterval(timer)
    connection.close()
  })
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8')
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
