import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {Figures, Job} from './benchCase.ts'

export type Answer = {state: 'measured'; figures: Figures} | {state: 'skipped' | 'failed'; reason: string}

/** Runs one measurement in a new process, so that no case meets the compiled code or the garbage of another. */
export async function measureInProcess(
  name: string,
  contestant: string,
  job: Job,
  nodeOptions: readonly string[] = [],
): Promise<Answer> {
  const child = fork(join(import.meta.dirname, '../measure.ts'), [name, contestant, JSON.stringify(job)], {
    execArgv: ['--max-old-space-size=6144', '--expose-gc', '--disable-warning=ExperimentalWarning', ...nodeOptions],
    env: {...process.env, NODE_ENV: 'production'},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let answer: Answer | undefined
  child.on('message', (message: Answer) => (answer = message))
  const [code, signal]: unknown[] = await once(child, 'exit')
  return answer ?? {state: 'failed', reason: `the process ended with ${String(signal ?? code)}`}
}
