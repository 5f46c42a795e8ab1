import {BadRequestError, ConflictError, LakeError, TooManyRequestsError} from '../errors.ts'
import {decodeStreamsRequest, type StreamsMessage, type StreamsRequest} from './streamsProtocol.ts'

export interface StreamsConnection {
  receive(text: string): void
  /** Ends the streams whose user may no longer have them: called now and then, and after a sign-out. */
  recheck(): void
  /** Cancels all streams. */
  close(): void
}

export interface StreamsConnectionOptions {
  fetch(request: Request): Promise<Response>
  /** Address that the socket was opened at: the streams' URLs are relative to it. */
  base: URL
  /** Host, origin and cookie of the socket: every stream is asked for with them. */
  headers: Headers
  /** Resolves when the frame has left for the network: a stream is not read further until then. */
  send(text: string): Promise<void>
  /** Who the headers of a stream stand for, as one comparable string. */
  identity(headers: Headers): string
  maxStreams: number
}

interface OpenStream {
  headers: Headers
  identity: string
  abort: AbortController
}

/** Only event streams: everything else has requests of its own. */
const streamPath = /^\/v(?:\d{4}-\d\d-\d\d|1|X)\/data\/(?:listen|live\/events)\/[^/]+$/

/** Headers that a client may set for one stream; all others are the socket's. */
const streamHeaders = new Set(['accept', 'authorization', 'last-event-id'])

/**
 * Many event streams over one WebSocket, which browsers do not count among the six connections of a host; lake/README.md
 * has the frames. Each stream goes through the HTTP API as any request does. A slow reader slows its own streams down and
 * holds one chunk of each: what happens meanwhile is the stream's business, as with a slow HTTP client.
 */
export function createStreamsConnection(options: StreamsConnectionOptions): StreamsConnection {
  const streams = new Map<string, OpenStream>()
  const post = (message: StreamsMessage): Promise<void> => options.send(JSON.stringify(message))

  const open = async (request: StreamsRequest & {type: 'open'}): Promise<void> => {
    const {id} = request
    if (streams.has(id)) return refuse(id, new ConflictError(`The stream ${id} is open already`))
    if (streams.size >= options.maxStreams)
      return refuse(id, new TooManyRequestsError('Too many streams on one connection'))
    const headers = headersFor(request, options.headers)
    const stream = {headers, identity: options.identity(headers), abort: new AbortController()}
    streams.set(id, stream)
    try {
      const url = streamUrl(request.url, options.base)
      await pump(id, await options.fetch(new Request(url, {headers, signal: stream.abort.signal})), stream)
    } catch (error) {
      if (!stream.abort.signal.aborted) await refuse(id, error)
    } finally {
      if (streams.get(id) === stream) streams.delete(id)
    }
  }

  const pump = async (id: string, response: Response, {abort}: OpenStream): Promise<void> => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const cancel = (): void => void reader?.cancel().catch(() => undefined)
    abort.signal.addEventListener('abort', cancel)
    if (abort.signal.aborted) cancel()
    await post({type: 'response', id, status: response.status, headers: headText(response.headers)})
    for (;;) {
      // A stream that breaks off ends here as it does over HTTP: its client reconnects, and resumes where it was.
      const {done, value} = (await reader?.read().catch(() => undefined)) ?? {done: true, value: undefined}
      if (done || abort.signal.aborted) break
      await post({type: 'data', id, chunk: value})
    }
    await post({type: 'end', id})
  }

  const refuse = async (id: string, error: unknown): Promise<void> => {
    const status = error instanceof LakeError ? error.status : 500
    const message = error instanceof LakeError ? error.message : 'The server failed; its log says why'
    await post({type: 'response', id, status, headers: {'content-type': 'application/json'}})
    await post({type: 'data', id, chunk: JSON.stringify({statusCode: status, error: 'Refused', message})})
    await post({type: 'end', id})
  }

  return {
    receive(text) {
      const request = decodeStreamsRequest(text)
      if (request === undefined) return
      if (request.type === 'close') streams.get(request.id)?.abort.abort()
      // A frame that cannot be sent means a socket that is gone, whose `close` follows.
      else void open(request).catch(() => undefined)
    },
    recheck() {
      for (const stream of streams.values()) {
        if (options.identity(stream.headers) !== stream.identity) stream.abort.abort()
      }
    },
    close() {
      for (const stream of streams.values()) stream.abort.abort()
      streams.clear()
    },
  }
}

function headersFor(request: StreamsRequest & {type: 'open'}, own: Headers): Headers {
  const headers = new Headers(own)
  for (const [name, value] of Object.entries(request.headers)) {
    if (streamHeaders.has(name.toLowerCase())) headers.set(name, value)
  }
  return headers
}

function streamUrl(written: string, base: URL): URL {
  const url = URL.canParse(written, base) ? new URL(written, base) : undefined
  if (url === undefined || url.origin !== base.origin || !streamPath.test(url.pathname)) {
    throw new BadRequestError('Only event streams of this server can be opened here')
  }
  return url
}

function headText(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie'))
}
