/** The time that the filters of all listeners of a dataset may take together. */
export interface Allowance {
  /** Runs a look at a document, and tells it how many milliseconds it may take. */
  use<Result>(look: (milliseconds: number) => Result): Result
}

/** Milliseconds for one document, as long as there is something left: many times what a usual filter takes. */
export const longestLook = 100
/** When nothing is left. The clock is only looked at every thousand steps, so that usual filters do not notice. */
const shortestLook = 2
/** Milliseconds that are there at first, and at the most; and as many may be owed. */
const most = 500
/** Of the time that passes, so much is given. */
const share = 0.2

/**
 * An allowance of a fifth of the time: every commit waits for the filters of all listeners, who may be strangers and many. Each may be slow for a
 * document, but not all of them.
 */
export function createAllowance(clock: () => number = () => performance.now()): Allowance {
  let left = most
  let at = clock()
  return {
    use(look) {
      const started = clock()
      left = Math.min(most, left + (started - at) * share)
      try {
        return look(left > 0 ? longestLook : shortestLook)
      } finally {
        at = clock()
        left = Math.max(-most, left - (at - started))
      }
    },
  }
}
