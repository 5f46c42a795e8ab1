import {type ChildProcess, fork} from 'node:child_process'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {embeddedLake} from '../../connection/embeddedLake.ts'
import {endProcess} from './endProcess.ts'

/** A lake without Studio and site, in a process of its own that can be killed. */
export interface RunningLake {
  url: string
  token: string
  /** What it said on standard error. */
  errors(): string
  client(): SanityClient
  /** A request with the administrator's token. */
  request(path: string, options?: RequestInit): Promise<Response>
  /** SIGKILL: the process gets no chance to do anything more. */
  kill(): Promise<void>
  /** A clean stop; resolves with the exit code. */
  stop(): Promise<number | null>
}

export class LakeDidNotStart extends Error {
  override name = 'LakeDidNotStart'
}

export interface StartLakeOptions {
  dataDir: string
  /** User and group to run as, for what root may always do. */
  user?: number
}

/** @throws LakeDidNotStart with what the lake said */
export async function startLake({dataDir, user}: StartLakeOptions): Promise<RunningLake> {
  const child = fork(join(import.meta.dirname, 'lakeServer.ts'), [dataDir], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    ...(user === undefined ? {} : {uid: user, gid: user}),
  })
  const printed: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const {port, token} = await started(child, printed)
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    token,
    errors: () => printed.join(''),
    client: () =>
      createClient({
        ...embeddedLake(url),
        perspective: 'raw',
        token,
      }),
    request: (path, options = {}) =>
      fetch(`${url}${path}`, {...options, headers: {authorization: `Bearer ${token}`, ...headersOf(options)}}),
    kill: async () => void (await endProcess(child, 'SIGKILL')),
    stop: () => endProcess(child, 'SIGTERM'),
  }
}

function headersOf({headers}: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers))
}

function started(child: ChildProcess, printed: string[]): Promise<{port: number; token: string}> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: {port: number; token: string}) => resolve(message))
    child.once('close', (code) => reject(new LakeDidNotStart(`code ${code}: ${printed.join('').trim()}`)))
  })
}
