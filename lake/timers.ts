/** Calls back once after so many milliseconds, unless the returned function is called first. Injected, so that tests can drive it. */
export type After = (milliseconds: number, callback: () => void) => () => void

/** Calls back every so many milliseconds, until the returned function is called. */
export type Every = After

/** The system's timer. A lake that only waits for its next checkpoint must not keep the process alive. */
export const systemAfter: After = (milliseconds, callback) => {
  const handle = setTimeout(callback, milliseconds).unref()
  return () => clearTimeout(handle)
}

/** The system's interval, which does not keep the process alive either. */
export const systemEvery: Every = (milliseconds, callback) => {
  const handle = setInterval(callback, milliseconds).unref()
  return () => clearInterval(handle)
}
