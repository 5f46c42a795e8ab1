import type {WebSocket} from 'ws'
import {createStreamsConnection} from '../streams/streamsConnection.ts'
import type {SocketsOptions} from './createSockets.ts'
import {heartbeatMs, serveSocket} from './serveSocket.ts'

/** Event streams over a socket, asked for with its host, origin and cookie. A socket that answers no ping is let go. */
export function connectStreams(
  socket: WebSocket,
  base: URL,
  headers: Headers,
  options: Pick<SocketsOptions, 'fetch' | 'identify'>,
): void {
  const carried = new Headers()
  for (const name of ['host', 'origin', 'cookie']) {
    const value = headers.get(name)
    if (value !== null) carried.set(name, value)
  }
  const {receive, recheck, close} = createStreamsConnection({
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
  socket.on('pong', () => (alive = true))
  serveSocket(socket, {
    receive,
    beatMs: heartbeatMs * 3,
    beat() {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
      recheck()
    },
    close,
  })
}
