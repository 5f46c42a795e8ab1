import {TooManyRequestsError} from '../errors.ts'

export interface RateLimitOptions {
  /** Attempts allowed for one key within the window. */
  attempts: number
  /** Attempts allowed for all keys together within the window. */
  attemptsInAll: number
  windowMs: number
  clock: () => Date
}

export interface RateLimit {
  /**
   * Counts an attempt, before its outcome is known. Throws a TooManyRequestsError when there were too many.
   * @returns takes this attempt back
   */
  take(key: string): () => void
  /** Forgets the attempts of a key after a success. */
  reset(key: string): void
}

/** A sliding window of attempts, in memory: bounded by `attemptsInAll`, as no more than that many are ever kept. */
export function createRateLimit({attempts, attemptsInAll, windowMs, clock}: RateLimitOptions): RateLimit {
  let taken: {key: string; at: number}[] = []
  return {
    take(key) {
      const now = clock().getTime()
      // Those of a clock that was wrong and is set back would count until it is there again.
      taken = taken.filter(({at}) => at > now - windowMs && at <= now)
      const ofKey = taken.filter((attempt) => attempt.key === key).length
      if (ofKey >= attempts || taken.length >= attemptsInAll) {
        throw new TooManyRequestsError('Too many attempts to sign in. Wait a while and try again.')
      }
      const attempt = {key, at: now}
      taken.push(attempt)
      return () => void (taken = taken.filter((other) => other !== attempt))
    },
    reset(key) {
      taken = taken.filter((attempt) => attempt.key !== key)
    },
  }
}
