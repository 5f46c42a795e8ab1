import {expect, test} from 'vitest'
import {createCheckpointer} from './createCheckpointer.ts'
import {createIdleWork} from './createIdleWork.ts'

/** A clock and timers that stand still until they are moved. */
function testTimers() {
  let time = 0
  let timers: {at: number; callback: () => void}[] = []
  return {
    now: () => time,
    count: () => timers.length,
    after(milliseconds: number, callback: () => void) {
      const timer = {at: time + milliseconds, callback}
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass(milliseconds: number) {
      const end = time + milliseconds
      for (;;) {
        const [next] = timers.filter(({at}) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        time = Math.max(time, next.at)
        timers = timers.filter((other) => other !== next)
        next.callback()
      }
      time = end
    },
  }
}

function idleWork(left = 0, pause?: number) {
  const timers = testTimers()
  const runs: number[] = []
  const work = createIdleWork({
    ...timers,
    idle: 100,
    patience: 1_000,
    ...(pause !== undefined && {pause}),
    work() {
      runs.push(timers.now())
      return left-- > 0
    },
    onError: (error) => expect.unreachable(String(error)),
  })
  return {timers, runs, work}
}

test('begins once commits have paused, and many commits set one timer', () => {
  const {timers, runs, work} = idleWork()
  for (let commit = 0; commit < 5; commit++) {
    work.touch()
    timers.pass(50)
  }
  expect([runs, timers.count()]).toEqual([[], 1])
  timers.pass(1_000)
  expect([runs, timers.count()]).toEqual([[300], 0])
})

test('begins at last although commits go on', () => {
  const {timers, runs, work} = idleWork()
  for (let time = 0; time < 1_500; time += 50) {
    work.touch()
    timers.pass(50)
  }
  expect(runs.map((time) => time >= 1_000 && time <= 1_100)).toEqual([true])
})

test('goes on until nothing is left, but not while commits come', () => {
  const {timers, runs, work} = idleWork(3)
  work.touch()
  timers.pass(100)
  expect(runs).toEqual([100, 100, 100, 100])
  const other = idleWork(3)
  other.work.touch()
  other.timers.after(100, other.work.touch)
  other.timers.pass(250)
  expect(other.runs).toEqual([100, 200, 200, 200])
})

test('pauses between two pieces when somebody asked for something else since the one before', () => {
  const {timers, runs, work} = idleWork(4, 30)
  work.touch()
  timers.after(110, work.giveWay)
  timers.after(140, work.giveWay)
  work.giveWay()
  timers.pass(300)
  expect(runs).toEqual([100, 130, 160, 190, 190])
})

test('begins at once when it is in a hurry, and not after it was stopped', () => {
  const {timers, runs, work} = idleWork()
  work.touch()
  work.hurry()
  timers.pass(0)
  expect(runs).toEqual([0])
  work.touch()
  work.stop()
  timers.pass(5_000)
  expect(runs).toEqual([0])
})

test('goes on although commits come while it is urgent', () => {
  const timers = testTimers()
  const runs: number[] = []
  const work = createIdleWork({
    ...timers,
    idle: 100,
    patience: 1_000,
    work: () => (runs.push(timers.now()) < 3 ? 'urgent' : false),
    onError: (error) => expect.unreachable(String(error)),
  })
  work.hurry()
  for (let time = 0; time < 5; time += 1) {
    timers.pass(0)
    work.touch()
  }
  expect(runs).toEqual([0, 0, 0])
})

test('a failure is reported and the work is tried again after the next commit', () => {
  const timers = testTimers()
  const errors: unknown[] = []
  const work = createIdleWork({
    ...timers,
    idle: 100,
    patience: 1_000,
    work() {
      throw new Error('disk full')
    },
    onError: (error) => errors.push(error),
  })
  for (const _ of [1, 2]) {
    work.touch()
    timers.pass(100)
  }
  expect(errors).toEqual([new Error('disk full'), new Error('disk full')])
})

test('a long log is copied right after the commit that made it long', () => {
  const timers = testTimers()
  let pages = 0
  const copied: number[] = []
  const database = {
    pagesToCheckpoint: () => pages,
    checkpoint() {
      copied.push(pages)
      pages = 0
    },
  }
  const checkpointer = createCheckpointer(database, timers.after, (error) => expect.unreachable(String(error)))
  for (let commit = 0; commit < 9; commit++) {
    pages += 500
    checkpointer.touch()
    checkpointer.touch()
    timers.pass(1)
  }
  expect(copied).toEqual([2_000, 2_000])
})
