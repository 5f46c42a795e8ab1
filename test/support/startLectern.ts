import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {embeddedLake} from '../../connection/embeddedLake.ts'
import {endProcess} from './endProcess.ts'

/** A running `npm start`, in a process of its own. */
export interface RunningLectern {
  url: string
  /** What it has printed so far. */
  output(): string
  /** A client with the administrator's token. */
  client(): SanityClient
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL, as a power cut does it. */
  kill(): Promise<void>
}

export interface StartOptions {
  dataDir: string
  env?: Record<string, string>
}

/** A new data folder, and its removal. */
export function createDataDir(): {dataDir: string; remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  return {dataDir: join(folder, '.lectern'), remove: () => rmSync(folder, {recursive: true, force: true})}
}

/** Starts Lectern on a free port and waits until it says that it serves. */
export async function startLectern(options: StartOptions): Promise<RunningLectern> {
  const {child, printed} = spawnLectern(options)
  const url = await readUrl(child, printed)
  return {
    url,
    output: () => printed.join(''),
    client: () =>
      createClient({...embeddedLake(url), token: readFileSync(join(options.dataDir, 'token'), 'utf8').trim()}),
    stop: () => endProcess(child, 'SIGINT'),
    kill: async () => void (await endProcess(child, 'SIGKILL')),
  }
}

/** Runs Lectern where it is expected to refuse to start; resolves with exit code and output. */
export async function runLecternToEnd(options: StartOptions): Promise<{code: number | null; output: string}> {
  const {child, printed} = spawnLectern(options)
  await once(child, 'close')
  return {code: child.exitCode, output: printed.join('')}
}

/** `npm start` on a free port; `printed` grows with what it prints. */
function spawnLectern({dataDir, env = {}}: StartOptions): {child: ChildProcess; printed: string[]} {
  const child = spawn(process.execPath, ['--import', './start/keepCompiled.js', 'start.ts'], {
    env: {...process.env, NODE_ENV: '', PORT: '0', LECTERN_DATA: dataDir, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  return {child, printed}
}

function readUrl(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /Site\s+(http:\/\/\S+?)\/?\s/.exec(printed.join(''))?.[1]
      if (url !== undefined && printed.join('').includes('Ctrl-C')) resolve(url)
    })
    child.once('close', (code) => reject(new Error(`Lectern ended with code ${code}:\n${printed.join('')}`)))
  })
}
