import {type ChildProcessByStdio, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {Readable} from 'node:stream'

/** A command of the project in a process of its own, and what it has printed so far. */
export interface StartedNode {
  child: ChildProcessByStdio<null, Readable, Readable>
  printed: {out: string; err: string}
}

export interface RunNodeOptions {
  /** The whole environment. */
  env: NodeJS.ProcessEnv
  /** User to run as, for what root may always do. */
  user?: number | undefined
}

/** Starts Node in the folder of the project, without anything on standard input. */
export function startNode(args: readonly string[], {env, user}: RunNodeOptions): StartedNode {
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '../..'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && {uid: user}),
  })
  const printed = {out: '', err: ''}
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()))
  return {child, printed}
}

/** The same to its end: the exit code, and all that it printed. */
export async function runNode(
  args: readonly string[],
  options: RunNodeOptions,
): Promise<{code: number | null; out: string; err: string}> {
  const {child, printed} = startNode(args, options)
  await once(child, 'close')
  return {code: child.exitCode, ...printed}
}
