import type {WebSocket} from 'ws'
import {UnauthorizedError} from '../errors.ts'
import {createPresenceConnection} from '../presence/createPresenceConnection.ts'
import type {PresenceHub} from '../presence/createPresenceHub.ts'
import type {SocketsOptions} from './createSockets.ts'
import {heartbeatMs, serveSocket} from './serveSocket.ts'

/** A reader that is further behind than this many bytes is dropped. */
const maxBuffered = 1024 * 1024

/** Presence over a socket: who else has the Studio open, and where. Whoever is signed out meanwhile is let go with 4401. */
export function connectPresence(
  socket: WebSocket,
  headers: Headers,
  hub: PresenceHub,
  options: Pick<SocketsOptions, 'identify' | 'createId'>,
): void {
  let credentials = headers
  const resolve = (candidate: Headers): string | undefined => options.identify(candidate).user?.id
  const {receive, close} = createPresenceConnection({
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
  serveSocket(socket, {
    receive,
    beatMs: heartbeatMs,
    beat() {
      const isKnown = resolve(credentials) !== undefined
      if (wasKnown && !isKnown) return socket.close(4401, new UnauthorizedError().message)
      wasKnown = isKnown
      socket.send('♥')
    },
    close,
  })
}
