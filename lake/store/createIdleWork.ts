import type {Database} from './openDatabase.ts'

/** Timers, injected so that tests can drive them. */
export interface Timers {
  setTimeout(callback: () => void, milliseconds: number): unknown
  clearTimeout(handle: unknown): void
}

export interface IdleWork {
  /** A commit happened: work is due once commits pause. */
  touch(): void
  stop(): void
}

export interface IdleWorkOptions {
  timers: Timers
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
  const {timers, idle, patience} = options
  let handle: unknown
  let firstTouch = 0
  let stopped = false

  function plan(delay: number): void {
    if (handle !== undefined) timers.clearTimeout(handle)
    handle = timers.setTimeout(run, delay)
    unref(handle)
  }

  function run(): void {
    handle = undefined
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
      if (handle === undefined || now - firstTouch < patience) plan(idle)
    },
    stop() {
      stopped = true
      if (handle !== undefined) timers.clearTimeout(handle)
    },
  }
}

/** Copies the write-ahead log into the database file while nothing else happens. */
export function createCheckpointer(database: Database, timers: Timers, onError: (error: unknown) => void): IdleWork {
  return createIdleWork({
    timers,
    idle: 300,
    patience: 2_000,
    work() {
      database.checkpoint()
      return false
    },
    onError,
  })
}

/** A lake that only waits for a checkpoint must not keep the process alive. */
function unref(handle: unknown): void {
  if (typeof handle === 'object' && handle !== null && 'unref' in handle && typeof handle.unref === 'function') {
    handle.unref()
  }
}
