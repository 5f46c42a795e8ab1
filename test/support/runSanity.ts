import {runNode} from './runNode.ts'
import type {RunningLectern} from './startLectern.ts'

/** Runs Sanity's command line on a running Lectern, as `npm run sanity -- …` does. It shows its progress on standard error. */
export function runSanity(
  lectern: RunningLectern,
  dataDir: string,
  args: readonly string[],
): Promise<{code: number | null; out: string; err: string}> {
  return runNode(['start/sanity.ts', ...args], {
    env: {...process.env, NODE_ENV: '', PORT: new URL(lectern.url).port, LECTERN_DATA: dataDir, NO_COLOR: '1', CI: '1'},
  })
}
