import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {SkippedError} from '../harness/skippedError.ts'
import type {ServerMessage, ServerRequest} from './serve.ts'
import type {ServerKind, ServerOptions} from './serverKinds.ts'

export interface Usage {
  /** CPU time since the process started, microseconds. */
  cpu: number
  /** Bytes. */
  rss: number
  /** Highest resident memory so far, bytes. */
  peak: number
  /** Requests so far that wanted to change something. */
  writes: number
}

export interface RunningServer {
  url: string
  token: string
  pid: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

/** Memory of V8 in MB that a reference holding 100,000 talks as objects needs. Ours runs as it is started, without: V8 collects less where it may take more. */
const HEAP = 6144

const KEEP_COMPILED = pathToFileURL(join(import.meta.dirname, '../../start/keepCompiled.js')).href

const ours = new Set<ServerKind>(['lake', 'studio', 'studioRecorded'])

/** Starts one of the servers in a process of its own. @throws SkippedError when it is not installed. */
export async function startServer(kind: ServerKind, options: ServerOptions = {}): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [kind, JSON.stringify(options)], {
    execArgv: [
      // As at the start of Lectern: the first of several rounds fills its cache.
      '--import',
      KEEP_COMPILED,
      ...(ours.has(kind) ? [] : [`--max-old-space-size=${HEAP}`]),
      '--disable-warning=ExperimentalWarning',
      ...profiling(),
    ],
    env: {...process.env, NODE_ENV: 'production'},
  })
  const ended = once(child, 'exit')
  const next = <Kind extends ServerMessage['kind']>(kind: Kind): Promise<Extract<ServerMessage, {kind: Kind}>> =>
    new Promise((resolve, reject) => {
      const receive = (message: ServerMessage): void => {
        if (message.kind !== kind && message.kind !== 'failed') return
        child.off('message', receive)
        if (isOfKind(message, kind)) resolve(message)
        else if (message.kind === 'failed') reject(failure(message))
      }
      child.on('message', receive)
      void ended.then(([code]) => reject(new Error(`The server ended with code ${code}.`)))
    })
  const ask = (request: ServerRequest): void => void child.send(request)
  const {port, token} = await next('listening')
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    pid: child.pid ?? 0,
    usage: () => {
      const answer = next('usage')
      ask('usage')
      return answer
    },
    stop: async () => {
      if (child.connected) ask('stop')
      await ended
    },
  }
}

/** `BENCH_PROFILE=FOLDER` writes a CPU profile of every server there. */
function profiling(): string[] {
  const folder = process.env['BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

function isOfKind<Kind extends ServerMessage['kind']>(
  message: ServerMessage,
  kind: Kind,
): message is Extract<ServerMessage, {kind: Kind}> {
  return message.kind === kind
}

function failure({name, message}: {name: string; message: string}): Error {
  return name === 'SkippedError' ? new SkippedError(message) : new Error(`${name}: ${message}`)
}
