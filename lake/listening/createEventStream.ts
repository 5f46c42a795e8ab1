import {heartbeat} from './encodeEvent.ts'

/** The sending end of one client's event stream. */
export interface EventStream {
  readonly stream: ReadableStream<Uint8Array>
  /** Queues bytes; all that is sent in one tick leaves as one chunk. */
  send(bytes: Uint8Array): void
  /** Sends a comment, so that nobody takes a quiet stream for a dead one; or ends the stream of a reader who may no longer have it. */
  beat(): void
  /** Ends the stream after what is queued. */
  end(): void
}

export interface EventStreamOptions {
  /** Bytes that may wait for a reader. One who is further behind is cut off and may resume by `Last-Event-ID`. */
  maxQueued?: number
  /** Whether the reader may still have it: asked at every beat. */
  mayStay?: () => boolean
  /** The reader left, was cut off, or the stream was ended. Called once. */
  onClose(): void
}

const defaultMaxQueued = 4 * 1024 * 1024

/**
 * A stream whose slow reader costs bounded memory and holds up nobody: sending never waits.
 */
export function createEventStream({
  maxQueued = defaultMaxQueued,
  mayStay = () => true,
  onClose,
}: EventStreamOptions): EventStream {
  let pending: Uint8Array[] = []
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let isFlushPlanned = false

  const stream = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started
      },
      cancel: close,
    },
    new ByteLengthQueuingStrategy({highWaterMark: maxQueued}),
  )

  function close(): void {
    if (controller === undefined) return
    controller = undefined
    pending = []
    onClose()
  }

  function flush(): void {
    isFlushPlanned = false
    if (controller === undefined || pending.length === 0) return
    const [first] = pending
    const chunk = pending.length === 1 && first !== undefined ? first : Buffer.concat(pending)
    pending = []
    if ((controller.desiredSize ?? 0) < chunk.byteLength && (controller.desiredSize ?? 0) < maxQueued) {
      controller.error(tooSlow())
      close()
    } else controller.enqueue(chunk)
  }

  function send(bytes: Uint8Array): void {
    if (controller === undefined) return
    pending.push(bytes)
    if (isFlushPlanned) return
    isFlushPlanned = true
    queueMicrotask(flush)
  }

  function end(): void {
    flush()
    controller?.close()
    close()
  }

  return {stream, send, end, beat: () => (mayStay() ? send(heartbeat) : end())}
}

/** Without a stack, which would say nothing: the server prints what ends a stream, and this is one line. */
function tooSlow(): Error {
  const error = new Error('The reader is too slow: reconnect with Last-Event-ID')
  error.stack = `An event stream was cut off. ${error.message}`
  return error
}

/** Headers of an event stream: nothing on the way may keep or change it. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}
