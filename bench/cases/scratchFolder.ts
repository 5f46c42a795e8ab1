import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Job} from '../harness/benchCase.ts'

/** A new folder for one measurement, removed after it. */
export async function scratchFolder<Result>({folder}: Job, use: (folder: string) => Promise<Result>): Promise<Result> {
  mkdirSync(folder, {recursive: true})
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  try {
    return await use(scratch)
  } finally {
    rmSync(scratch, {recursive: true, force: true})
  }
}
