/** The longest wait for the next try, in milliseconds: nobody waits long for a connection that is back. */
const LONGEST = 4_000

/** Waits a little longer with every attempt, and less when the browser finds its network again. */
export function untilOnline(attempt: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController()
    const finish = (act: () => void) => () => {
      done.abort()
      clearTimeout(timer)
      act()
    }
    const timer = setTimeout(finish(resolve), Math.min(200 * 2 ** attempt, LONGEST))
    addEventListener('online', finish(resolve), {signal: done.signal})
    signal?.addEventListener(
      'abort',
      finish(() => reject(signal.reason)),
      {signal: done.signal},
    )
  })
}
