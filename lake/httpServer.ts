import {createServer, type RequestListener, type Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {boundReaders, type ReaderBounds} from './boundReaders.ts'

/**
 * Bytes of a request's first line and headers: documents are asked for by their ids in the address, and a thousand of the longest fit.
 * Node's own 16 KiB is some 600 short ones.
 */
const maxHeaderSize = 128 * 1024

/**
 * Milliseconds for which an unused connection stays open. With Node's 5 s, a server that was busy for longer closes a
 * connection on which a client is already sending: a large import would fail there.
 */
const keepAliveTimeout = 75_000

/** Milliseconds for a whole request: the largest upload over a slow line. Node's own 5 minutes would need 14 Mbit/s. */
const requestTimeout = 60 * 60 * 1000

/** A phone that changes its network takes half a minute; the longest answer is some 190 MB. */
const readerBounds: ReaderBounds = {longestStall: 2 * 60 * 1000, mostWaiting: 512 * 1024 * 1024}

/**
 * An HTTP/1.1 server for the lake. What cannot be read as a request is refused in the API's own form. An upgrade to anything but a WebSocket
 * (Java's client and `curl --http2` offer HTTP/2 with every request) is passed over, as RFC 9110 wants it, and the request answered.
 */
export function createHttpServer(listener: RequestListener, bounds = readerBounds): Server {
  const shouldUpgradeCallback = ({headers}: {headers: {upgrade?: string | undefined}}): boolean =>
    headers.upgrade?.toLowerCase() === 'websocket' && server.listenerCount('upgrade') > 0
  const watch = boundReaders(bounds)
  const server = createServer(
    {maxHeaderSize, keepAliveTimeout, requestTimeout, shouldUpgradeCallback},
    (request, response) => {
      watch(response)
      listener(request, response)
    },
  )
  server.timeout = bounds.longestStall
  server.on('clientError', refuse)
  return server
}

const refusals: Record<string, {status: number; title: string; message: string}> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request Header Fields Too Large',
    message: `The address and the headers of the request are longer than ${maxHeaderSize} bytes together: ask for less at once`,
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    title: 'Payload Too Large',
    message: 'The chunk extensions are too long',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request Timeout',
    message: 'The request did not come to its end in time',
  },
}
const unreadable = {status: 400, title: 'Bad Request', message: 'This is no HTTP request that can be read'}

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const {status, title, message} = refusals[error.code ?? ''] ?? unreadable
  const body = JSON.stringify({statusCode: status, error: title, message})
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'connection: close',
    'content-type: application/json',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
