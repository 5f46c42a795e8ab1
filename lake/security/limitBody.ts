import {PayloadTooLargeError} from '../errors.ts'

/** Largest body of endpoints that do not name their own limit, in bytes. */
export const defaultBodyLimit = 1024 * 1024

/**
 * The request with a body that fails with a PayloadTooLargeError after `limit` bytes. A declared length beyond the limit is
 * refused before anything is read; a declared one within it needs no counting, as HTTP/1.1 cannot send more than it declares.
 */
export function limitBody(request: Request, limit: number): Request {
  // Asking these for their body would make the server build one.
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (!(Number(declared) <= limit)) throw tooLarge(limit)
    if (!request.headers.has('transfer-encoding')) return request
  }
  if (request.body === null) return request
  const init: RequestInit & {duplex: 'half'} = {
    method: request.method,
    headers: request.headers,
    body: request.body.pipeThrough(byteCounter(limit)),
    signal: request.signal,
    duplex: 'half',
  }
  return new Request(request.url, init)
}

function byteCounter(limit: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let total = 0
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.byteLength
      if (total > limit) controller.error(tooLarge(limit))
      else controller.enqueue(chunk)
    },
  })
}

const tooLarge = (limit: number): PayloadTooLargeError =>
  new PayloadTooLargeError(`The request body is larger than ${limit} bytes`)
