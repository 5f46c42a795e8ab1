import {type Own, socketUrl} from './routeRequest.ts'

/**
 * A `WebSocket` for the whole Studio page, which opens on our origin what Sanity looks for at the project's own host
 * name: the form of a task is a workspace of its own, which knows nothing of our client.
 */
export function createStudioWebSocket(own: Own, Base: typeof WebSocket): typeof WebSocket {
  return class StudioWebSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(socketUrl(new URL(url, own.origin), own), protocols)
    }
  }
}
