import type {JsonValue} from '../document.ts'

export interface ServerSentEvent {
  id?: string
  event: string
  data: JsonValue | object
}

const encoder = new TextEncoder()

/** One event as bytes: https://html.spec.whatwg.org/multipage/server-sent-events.html. JSON holds no line breaks, so one `data:` line is enough. */
export function encodeEvent({id, event, data}: ServerSentEvent): Uint8Array {
  return encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** A comment: keeps proxies and clients from taking a quiet stream for a dead one. */
export const heartbeat: Uint8Array = encoder.encode(':\n\n')
