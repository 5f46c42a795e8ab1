import type {Database} from '../database/openDatabase.ts'

/** One commit of several that become durable together. */
export interface GroupMember<Result> {
  /** Writes, in a transaction of its own, which is a savepoint when others write too. */
  write(): Result
  /** What `write` did, if it was called, is gone after all, because the whole group could not be stored: forgets what it left in memory. */
  forget(): void
  /** What `write` did is durable: tells the listeners. */
  announce(result: Result): void
}

/**
 * Commits that come in the same turn of the event loop share one SQLite transaction, so one fsync: 16 writers wait for
 * one write to the disk and not for 16. Each is still all or nothing by itself: one that fails is rolled back alone.
 */
export interface GroupCommit {
  /** Resolves or rejects once it is known whether it is durable; members are announced in the order they came. */
  submit<Result>(member: GroupMember<Result>): Promise<Result>
  /** Commits now what waits. */
  flush(): void
}

/** A member without its types: to be written, then settled. */
interface Waiting {
  /** @throws what the member's `write` throws */
  write(): void
  fail(error: unknown): void
  forget(): void
  settle(): void
}

/** @param soon calls back after the input that is there has been read: `setImmediate` */
export function createGroupCommit(
  database: Pick<Database, 'transaction' | 'isInTransaction'>,
  soon: (callback: () => void) => void,
): GroupCommit {
  let waiting: Waiting[] = []

  function flush(): void {
    const members = waiting
    waiting = []
    const [first] = members
    if (first === undefined) return
    if (members.length === 1) writeAlone(first)
    else writeTogether(members)
  }

  function writeTogether(members: readonly Waiting[]): void {
    const written: Waiting[] = []
    const failed: Array<() => void> = []
    try {
      database.transaction(() => {
        for (const member of members) {
          try {
            member.write()
            written.push(member)
          } catch (error) {
            // SQLite itself gives the whole transaction up when, say, the disk is full.
            if (!database.isInTransaction()) throw error
            failed.push(() => member.fail(error))
          }
        }
      })
    } catch {
      // Nothing was stored. Each by itself finds out which of them can be, and why the others cannot.
      for (const forget of new Set(members.map(({forget}) => forget))) forget()
      for (const member of members) writeAlone(member)
      return
    }
    for (const fail of failed) fail()
    for (const member of written) member.settle()
  }

  return {
    submit: (member) =>
      new Promise((resolve, reject) => {
        waiting.push(toWaiting(member, resolve, reject))
        if (waiting.length === 1) soon(flush)
      }),
    flush,
  }
}

function writeAlone(member: Waiting): void {
  try {
    member.write()
  } catch (error) {
    member.fail(error)
    return
  }
  member.settle()
}

function toWaiting<Result>(
  {write, forget, announce}: GroupMember<Result>,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting {
  let settle = (): void => undefined
  return {
    write() {
      const result = write()
      settle = () => {
        announce(result)
        resolve(result)
      }
    },
    fail: reject,
    forget,
    settle: () => settle(),
  }
}
