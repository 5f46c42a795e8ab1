import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {RunningLectern} from './startLectern.ts'

/** Runs the seed's command line on a running Lectern, as `npm run seed -- …` and `npm run export -- …` do. */
export async function runSeed(lectern: RunningLectern, dataDir: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', './start/keepCompiled.js', 'seed/cli.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: {...process.env, NODE_ENV: '', PORT: new URL(lectern.url).port, LECTERN_DATA: dataDir},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} ended with code ${child.exitCode}:\n${errors.join('')}`)
}
