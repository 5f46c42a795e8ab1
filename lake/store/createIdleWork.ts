import type {Database} from './openDatabase.ts'

/** Calls back once after so many milliseconds, unless the returned function is called first. Injected, so that tests can drive it. */
export type After = (milliseconds: number, callback: () => void) => () => void

export interface IdleWork {
  /** A commit happened: work is due once commits pause. */
  touch(): void
  stop(): void
}

export interface IdleWorkOptions {
  after: After
  /** Milliseconds without a commit before work begins. */
  idle: number
  /** Milliseconds after which work begins although commits go on, so that it does not pile up for ever. */
  patience: number
  /** Does some of the work and returns whether more is left. */
  work(): boolean
  onError(error: unknown): void
}

/** Runs work between commits, never inside one. */
export function createIdleWork(options: IdleWorkOptions): IdleWork {
  const {after, idle, patience} = options
  let cancel: (() => void) | undefined
  let firstTouch = 0
  let stopped = false

  function plan(delay: number): void {
    cancel?.()
    cancel = after(delay, run)
  }

  function run(): void {
    cancel = undefined
    firstTouch = 0
    if (stopped) return
    try {
      if (options.work()) plan(0)
    } catch (error) {
      options.onError(error)
    }
  }

  return {
    touch() {
      if (stopped) return
      const now = performance.now()
      if (firstTouch === 0) firstTouch = now
      if (cancel === undefined || now - firstTouch < patience) plan(idle)
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}

/** Copies the write-ahead log into the database file while nothing else happens. */
export function createCheckpointer(database: Database, after: After, onError: (error: unknown) => void): IdleWork {
  return createIdleWork({
    after,
    idle: 300,
    patience: 2_000,
    work() {
      database.checkpoint()
      return false
    },
    onError,
  })
}

/** The system's timer. A lake that only waits for its next checkpoint must not keep the process alive. */
export const systemAfter: After = (milliseconds, callback) => {
  const handle = setTimeout(callback, milliseconds)
  handle.unref()
  return () => clearTimeout(handle)
}
