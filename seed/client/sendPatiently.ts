import {ClientError} from '@sanity/client'
import {defer, lastValueFrom, retry, throwError, timer} from 'rxjs'

const MOST_TRIES = 8
/** Milliseconds. */
const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000

/**
 * Sends something that changes the lake; again when it answers 429, with which it has done nothing of it: the hosted service takes 25 changes a second
 * (https://www.sanity.io/docs/technical-limits), and the client repeats only what it reads. Waits as long as `Retry-After` says, else longer each time.
 * Any other error is passed on.
 */
export function sendPatiently<Result>(send: () => Promise<Result>): Promise<Result> {
  const again = retry<Result>({
    count: MOST_TRIES - 1,
    delay: (error: unknown, attempt) =>
      error instanceof ClientError && error.statusCode === 429
        ? timer(waitAfter(error, attempt))
        : throwError(() => error),
  })
  return lastValueFrom(defer(send).pipe(again))
}

/** Milliseconds. `Retry-After` has seconds: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. */
function waitAfter({response}: ClientError, attempt: number): number {
  const seconds = Number(response.headers['retry-after'] ?? Number.NaN)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : FIRST_WAIT * 2 ** (attempt - 1)
  return Math.min(wait, LONGEST_WAIT)
}
