import {benchCases} from './cases.ts'
import type {Answer} from './harness/measureInProcess.ts'
import {SkippedError} from './harness/skippedError.ts'
import {prepare} from './prepare/prepare.ts'

const [name = '', contestant = '', job = '{}'] = process.argv.slice(2)

process.send?.(await measure())
process.disconnect()
process.exit(0)

/** One measurement of one contestant: the body of the process that `measureInProcess` starts. */
async function measure(): Promise<Answer> {
  const one = benchCases[name]?.contestants[contestant]
  if (one === undefined) return {state: 'failed', reason: `there is no contestant "${contestant}" in "${name}"`}
  const given = JSON.parse(job)
  try {
    await prepare(one.needs ?? [], given)
    return {state: 'measured', figures: await one.measure(given)}
  } catch (error) {
    if (error instanceof SkippedError) return {state: 'skipped', reason: error.message}
    return {state: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error)}
  }
}
