import type {RawData, WebSocket} from 'ws'

/** The Studio counts any frame as a sign of life and reconnects without one. */
export const heartbeatMs = 10_000

export interface SocketService {
  /** Hears each text frame; frames of bytes are none of ours. */
  receive(text: string): void
  /** Called every `beatMs` while the socket is open. */
  beat(): void
  beatMs: number
  close(): void
}

/** Lets a service have a socket until it closes. */
export function serveSocket(socket: WebSocket, service: SocketService): void {
  const timer = setInterval(() => service.beat(), service.beatMs)
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary) service.receive(textOf(data))
  })
  socket.on('close', () => {
    clearInterval(timer)
    service.close()
  })
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8')
}
