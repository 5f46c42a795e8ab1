import type {After} from '../../timers.ts'

export interface IdleWork {
  /** A commit happened: work is due once commits pause. */
  touch(): void
  /** Work is due as soon as what happens now is done. */
  hurry(): void
  /** Somebody asks for something else: before more of the work there is a pause. */
  giveWay(): void
  stop(): void
}

export interface IdleWorkOptions {
  after: After
  /** Milliseconds that have passed since some moment. */
  now?: () => number
  /** Milliseconds without a commit before work begins. */
  idle: number
  /** Milliseconds after which work begins although commits go on, so that it does not pile up for ever. */
  patience: number
  /** Milliseconds between two pieces of the work while somebody asks for something else; none by default. */
  pause?: number
  /** Does some of the work and returns whether more is left; `urgent` when that cannot wait for a pause. */
  work(): boolean | 'urgent'
  onError(error: unknown): void
}

/** Runs work between commits, never inside one. A touch only notes the time: a timer per commit would cost more than the work that it waits for. */
export function createIdleWork(options: IdleWorkOptions): IdleWork {
  const {after, now = () => performance.now(), idle, patience, pause = 0} = options
  let cancel: (() => void) | undefined
  let firstTouch: number | undefined
  let lastTouch = 0
  let isHurried = false
  let givesWay = false
  let stopped = false

  function plan(delay: number, callback: () => void): void {
    cancel?.()
    cancel = after(delay, callback)
  }

  /** What is left waits again when commits have come in between. */
  function check(): void {
    const quiet = now() - lastTouch
    const isDue = quiet >= idle || now() - (firstTouch ?? lastTouch) >= patience
    if (isDue) run()
    else plan(idle - quiet, check)
  }

  function run(): void {
    cancel = undefined
    firstTouch = undefined
    isHurried = false
    if (stopped) return
    try {
      const left = options.work()
      if (left === 'urgent') plan(0, run)
      else if (left) plan(givesWay ? pause : 0, check)
      givesWay = false
    } catch (error) {
      options.onError(error)
    }
  }

  return {
    touch() {
      if (stopped) return
      lastTouch = now()
      firstTouch ??= lastTouch
      if (cancel === undefined) plan(idle, check)
    },
    hurry() {
      if (stopped || isHurried) return
      isHurried = true
      plan(0, run)
    },
    giveWay() {
      givesWay = true
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
