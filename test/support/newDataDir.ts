import {onTestFinished} from 'vitest'
import {createDataDir} from './startLectern.ts'

/** A new data folder, which goes when the test that asked for it has finished. */
export function newDataDir(): string {
  const {dataDir, remove} = createDataDir()
  onTestFinished(remove)
  return dataDir
}
