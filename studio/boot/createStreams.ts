/** One event stream to open. */
export interface StreamRequest {
  /** Path and query on our own origin. */
  path: string
  headers: Record<string, string>
  signal?: AbortSignal | null
}

/** Event streams over one WebSocket, each looking like the response of a `fetch`. */
export interface Streams {
  /**
   * Opens a stream. The promise resolves with the response's head; its body ends when the server ends the stream.
   * Rejects (and breaks open bodies) with a TypeError when the socket is lost, as `fetch` does, so that the reader
   * reconnects; rejects with the signal's reason when it is aborted.
   */
  open(request: StreamRequest): Promise<Response>
}

/** What the server says: contract of `/v1/streams`. */
type ServerFrame =
  | {type: 'response'; id: string; status: number; headers: Record<string, string>}
  | {type: 'data'; id: string; chunk: string}
  | {type: 'end'; id: string}

interface OpenStream {
  onHead(status: number, headers: Record<string, string>): void
  onChunk(chunk: string): void
  onEnd(): void
  onLost(error: unknown): void
}

/** Streams over the socket that `connect` makes: at the first stream, and again after a loss. */
export function createStreams(connect: () => WebSocket): Streams {
  const open = new Map<string, OpenStream>()
  let socket: WebSocket | undefined
  let count = 0

  function socketFor(): WebSocket {
    if (socket !== undefined && socket.readyState <= WebSocket.OPEN) return socket
    const fresh = connect()
    socket = fresh
    fresh.addEventListener('message', ({data}) => deliver(open, parseFrame(data)))
    fresh.addEventListener('close', () => {
      if (socket === fresh) socket = undefined
      const lost = [...open.values()]
      open.clear()
      for (const stream of lost) stream.onLost(new TypeError('The connection for live updates was lost.'))
    })
    return fresh
  }

  return {
    open({path, headers, signal}) {
      if (signal?.aborted === true) return Promise.reject(abortReason(signal))
      const id = String(++count)
      const via = socketFor()
      const close = () => {
        if (open.delete(id)) send(via, {type: 'close', id})
      }
      const {response, stream} = createResponse(close)
      open.set(id, stream)
      signal?.addEventListener('abort', () => {
        close()
        stream.onLost(abortReason(signal))
      })
      send(via, {type: 'open', id, url: path, headers})
      return response
    },
  }
}

function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('The stream was aborted.', 'AbortError')
}

function send(socket: WebSocket, frame: object): void {
  const text = JSON.stringify(frame)
  if (socket.readyState === WebSocket.OPEN) socket.send(text)
  else if (socket.readyState === WebSocket.CONNECTING)
    socket.addEventListener('open', () => socket.send(text), {once: true})
}

function deliver(open: Map<string, OpenStream>, frame: ServerFrame | undefined): void {
  const stream = frame === undefined ? undefined : open.get(frame.id)
  if (frame === undefined || stream === undefined) return
  if (frame.type === 'response') stream.onHead(frame.status, frame.headers)
  else if (frame.type === 'data') stream.onChunk(frame.chunk)
  else {
    open.delete(frame.id)
    stream.onEnd()
  }
}

function parseFrame(data: unknown): ServerFrame | undefined {
  const frame: unknown = typeof data === 'string' && data.startsWith('{') ? JSON.parse(data) : undefined
  return isServerFrame(frame) ? frame : undefined
}

function isServerFrame(frame: unknown): frame is ServerFrame {
  if (typeof frame !== 'object' || frame === null || !('type' in frame) || !('id' in frame)) return false
  if (frame.type === 'response') return 'status' in frame && 'headers' in frame
  return frame.type === 'end' || (frame.type === 'data' && 'chunk' in frame)
}

/** A response whose body is fed by hand, and the handle that feeds it. */
function createResponse(cancel: () => void): {response: Promise<Response>; stream: OpenStream} {
  const encoder = new TextEncoder()
  const head = Promise.withResolvers<Response>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let finished = false
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => {
      finished = true
      cancel()
    },
  })
  const finish = (act: () => void) => {
    if (finished) return
    finished = true
    act()
  }
  return {
    response: head.promise,
    stream: {
      onHead: (status, headers) => head.resolve(new Response(body, {status, headers})),
      onChunk: (chunk) => controller?.enqueue(encoder.encode(chunk)),
      onEnd: () => finish(() => controller?.close()),
      onLost: (error) => {
        head.reject(error)
        finish(() => controller?.error(error))
      },
    },
  }
}
