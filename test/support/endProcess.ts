import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'

/** Ends a child process by a signal, unless it has ended, and waits for it. Resolves with its exit code. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
  return child.exitCode
}
