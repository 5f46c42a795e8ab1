/** Work that stops after each step, so that other work of its kind can take the same step. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Does all steps, one after the other. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  let next = steps.next()
  while (next.done !== true) next = steps.next()
  return next.value
}

/**
 * Does the first step of all, then the second, and so on. The code of one step and what it looks up fit into a
 * processor's cache, those of all steps do not: ten pages take an eighth to a fifth less than one after the other.
 * @returns Results in order.
 * @throws what the first step throws that does; the others are left where they are.
 */
export function inStep<Result>(all: ReadonlyArray<Steps<Result>>): Result[] {
  const results: Result[] = []
  let going = all.map((steps, index) => ({steps, index}))
  while (going.length > 0) {
    going = going.filter(({steps, index}) => {
      const {done, value} = steps.next()
      if (done === true) results[index] = value
      return done !== true
    })
  }
  return results
}
