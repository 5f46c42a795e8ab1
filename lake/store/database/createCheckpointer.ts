import type {After} from '../../timers.ts'
import {createIdleWork, type IdleWork} from './createIdleWork.ts'
import type {Database} from './openDatabase.ts'

/**
 * Pages of 4 KiB that the write-ahead log may grow to before it is copied although commits go on. A log that was copied is written over from its
 * beginning, which takes the disk half the time of making the file longer.
 */
const longestLog = 2_000

/** Copies the write-ahead log into the database file between commits: when they pause, or when it has become long. */
export function createCheckpointer(
  database: Pick<Database, 'checkpoint' | 'pagesToCheckpoint'>,
  after: After,
  onError: (error: unknown) => void,
): Pick<IdleWork, 'touch' | 'stop'> {
  const work = createIdleWork({
    after,
    idle: 300,
    patience: 2_000,
    work() {
      database.checkpoint()
      return false
    },
    onError,
  })
  return {
    touch() {
      if (database.pagesToCheckpoint() < longestLog) work.touch()
      else work.hurry()
    },
    stop: work.stop,
  }
}
