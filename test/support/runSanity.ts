import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {RunningLectern} from './startLectern.ts'

export interface SanityResult {
  code: number | null
  /** Standard output. */
  output: string
  /** Standard error, where the command line also shows its progress. */
  errors: string
}

/** Runs Sanity's command line on a running Lectern, as `npm run sanity -- …` does. */
export async function runSanity(
  lectern: RunningLectern,
  dataDir: string,
  args: readonly string[],
): Promise<SanityResult> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../start/sanity.ts'), ...args], {
    env: {...process.env, NODE_ENV: '', PORT: new URL(lectern.url).port, LECTERN_DATA: dataDir, NO_COLOR: '1', CI: '1'},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, errors]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  await once(child, 'close')
  return {code: child.exitCode, output: output.join(''), errors: errors.join('')}
}
