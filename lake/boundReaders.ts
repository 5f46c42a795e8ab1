import type {ServerResponse} from 'node:http'

export interface ReaderBounds {
  /** Milliseconds in which a reader must take something of an answer. */
  longestStall: number
  /** Bytes of finished answers that may wait for their readers, all together. */
  mostWaiting: number
}

/** Shorter answers wait in the buffers of the sockets. */
const noticed = 64 * 1024

/**
 * Watches the responses of a server, whose `timeout` must be `longestStall`: an answer waits in memory until its reader has taken it. A reader who
 * takes nothing is cut off; so are those who have been at it for longest, when too much waits for all of them.
 */
export function boundReaders({mostWaiting}: ReaderBounds): (response: ServerResponse) => void {
  const waiting = new Map<ServerResponse, number>()
  let total = 0

  function done(response: ServerResponse): void {
    total -= waiting.get(response) ?? 0
    waiting.delete(response)
  }

  function note(response: ServerResponse): void {
    const size = response.writableLength
    if (size < noticed) return
    waiting.set(response, size)
    total += size
    response.once('finish', () => done(response)).once('close', () => done(response))
    for (const slowest of waiting.keys()) {
      if (total <= mostWaiting || slowest === response) break
      done(slowest)
      slowest.destroy()
    }
  }

  return (response) => {
    response.once('prefinish', () => note(response))
    // Node asks nobody else then. A request whose answer is still being made has nothing to be taken.
    response.on('timeout', () => {
      if (response.writableLength > 0) response.destroy()
    })
  }
}
