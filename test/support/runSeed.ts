import {runNode} from './runNode.ts'
import type {RunningLectern} from './startLectern.ts'

/** Runs the seed's command line on a running Lectern, as `npm run seed -- …` and `npm run export -- …` do. */
export async function runSeed(lectern: RunningLectern, dataDir: string, args: readonly string[]): Promise<void> {
  const {code, err} = await runNode(['--import', './start/keepCompiled.js', 'seed/cli.ts', ...args], {
    env: {...process.env, NODE_ENV: '', PORT: new URL(lectern.url).port, LECTERN_DATA: dataDir},
  })
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}:\n${err}`)
}
