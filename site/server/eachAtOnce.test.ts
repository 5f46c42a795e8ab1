import {expect, test} from 'vitest'
import {eachAtOnce} from './eachAtOnce.ts'

/** Tasks that end when told to, and the order in which they began. */
function createTasks() {
  const begun: number[] = []
  const tasks = new Map<number, PromiseWithResolvers<void>>()
  const task = (item: number): Promise<void> => {
    begun.push(item)
    const running = Promise.withResolvers<void>()
    tasks.set(item, running)
    return running.promise
  }
  /** Ends a task, and waits until what follows from it has happened. */
  const settle = async (end: (running: PromiseWithResolvers<void> | undefined) => void, item: number) => {
    end(tasks.get(item))
    await new Promise(setImmediate)
  }
  return {
    begun,
    task,
    finish: (item: number) => settle((running) => running?.resolve(), item),
    fail: (item: number) => settle((running) => running?.reject(new Error(`no ${item}`)), item),
  }
}

test('as many run as may, each begins when another ends, in their order', async () => {
  const {begun, task, finish} = createTasks()
  const all = eachAtOnce([1, 2, 3, 4], 2, task)
  const seen = [[...begun]]
  for (const item of [2, 3, 1, 4]) {
    await finish(item)
    seen.push([...begun])
  }
  await all
  expect(seen).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ])
})

test('after a failure none begins, those that run are awaited, and the first in their order is told', async () => {
  const {begun, task, finish, fail} = createTasks()
  let told: unknown
  const all = eachAtOnce([1, 2, 3, 4, 5], 3, task).catch((error: unknown) => {
    told = error
  })
  const seen: unknown[] = []
  await fail(3)
  seen.push(told)
  await fail(2)
  seen.push(told)
  await finish(1)
  await all
  expect([seen, told, begun]).toEqual([[undefined, undefined], new Error('no 2'), [1, 2, 3]])
})

test('nothing to do is done', async () => {
  await expect(eachAtOnce([], 2, () => Promise.reject(new Error('never')))).resolves.toBeUndefined()
})
