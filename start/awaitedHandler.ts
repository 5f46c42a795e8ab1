import type {Handler} from './createHandler.ts'
import type {Frontend} from './openStudio.ts'

export interface AwaitedHandler {
  /** Answers once the room is open; rejects when it could not be opened. */
  handler: Handler
  /** Resolves with what closes the room. */
  open(frontend: Promise<Frontend>): Promise<() => Promise<void>>
  fail(error: unknown): void
}

/** For a room that is opened while requests may already come. */
export function awaitedHandler(): AwaitedHandler {
  const opened = Promise.withResolvers<Handler>()
  // A failure is thrown where the room is opened; without this an early request would make it an unhandled one as well.
  opened.promise.catch(() => undefined)
  return {
    handler: async (request, from) => (await opened.promise)(request, from),
    async open(frontend) {
      const {handler, close} = await frontend
      opened.resolve(handler)
      return close
    },
    fail: opened.reject,
  }
}
