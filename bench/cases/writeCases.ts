import {Agent} from 'node:http'
import {join} from 'node:path'
import {type OneRequest, oneByOne, send} from '../clients/oneByOne.ts'
import type {BenchCase, Contestant, Figures, Job} from '../harness/benchCase.ts'
import {copyToDisk} from '../prepare/copyToDisk.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import type {RunningServer} from '../servers/startServer.ts'
import {scratchFolder} from './scratchFolder.ts'
import {withServer} from './withServer.ts'

const EDITS = 2_000
const WRITERS = 16

const lakeEdit = (index: number, talks: number, token: string): OneRequest => ({
  method: 'POST',
  path: '/v2025-02-19/data/mutate/production?returnIds=true',
  headers: {authorization: `Bearer ${token}`},
  body: JSON.stringify({mutations: [{patch: {id: talkId(index, talks), set: {title: title(index)}}}]}),
})

const floorEdit = (index: number, talks: number): OneRequest => ({
  method: 'POST',
  path: `/patch/${talkId(index, talks)}`,
  body: JSON.stringify({title: title(index)}),
})

const talkId = (index: number, talks: number): string => `talk-${(index * 7919) % talks}`
const title = (index: number): string => `고친 제목 ${index}`

/** Every measurement writes into a copy of its own. */
function onCopy(
  kind: 'lake' | 'floor',
  job: Job,
  measure: (server: RunningServer) => Promise<Figures>,
): Promise<Figures> {
  return scratchFolder(job, (folder) => {
    const path = join(folder, kind)
    copyToDisk(preparedPath(kind, job), path)
    return withServer(kind, {path}, measure)
  })
}

async function editOneByOne(server: RunningServer, edits: readonly OneRequest[]): Promise<Figures> {
  return oneByOne(server.url, edits, {warmUp: 1_000})
}

async function editAtOnce(server: RunningServer, edits: readonly OneRequest[]): Promise<Figures> {
  const agent = new Agent({keepAlive: true, maxSockets: WRITERS})
  const sendAll = async (waiting: OneRequest[]): Promise<void> => {
    const write = async (): Promise<void> => {
      for (let edit = waiting.pop(); edit !== undefined; edit = waiting.pop()) await send(agent, server.url, edit)
    }
    await Promise.all(Array.from({length: WRITERS}, write))
  }
  await sendAll([...edits])
  const start = performance.now()
  await sendAll([...edits])
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return {'edits/s': edits.length / seconds}
}

function contestants(
  edit: (server: RunningServer, edits: readonly OneRequest[]) => Promise<Figures>,
): Record<'lake' | 'floor', Contestant> {
  const numbers = Array.from({length: EDITS}, (_, index) => index)
  return {
    lake: {
      about: 'our lake: a patch, durable when answered',
      needs: ['lake'],
      measure: (job) =>
        onCopy('lake', job, (server) =>
          edit(
            server,
            numbers.map((index) => lakeEdit(index, job.talks, server.token)),
          ),
        ),
    },
    floor: {
      about: 'node:http and node:sqlite with synchronous=FULL: read, change, write',
      needs: ['floor'],
      measure: (job) =>
        onCopy('floor', job, (server) =>
          edit(
            server,
            numbers.map((index) => floorEdit(index, job.talks)),
          ),
        ),
    },
  }
}

const one = contestants(editOneByOne)
const many = contestants(editAtOnce)

/** Single edits through HTTP. */
export const writeCases = {
  edit: {
    about: 'one durable edit through HTTP, one after the other',
    sizes: ['10k'],
    rounds: 5,
    contestants: one,
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'floor'},
        atMost: 1.5,
        goal: 'one durable edit: 25 lines of node:http and node:sqlite',
      },
      {figure: 'p50 ms', atMost: 2},
      {figure: 'p99 ms', atMost: 15},
    ],
  },
  editsAtOnce: {
    about: `single edits by ${WRITERS} writers at once`,
    sizes: ['10k'],
    contestants: many,
    targets: [
      {
        figure: 'edits/s',
        against: {contestant: 'floor'},
        atLeast: 1,
        goal: 'edits by many at once, who share commits: the same 25 lines',
      },
      {figure: 'edits/s', atLeast: 2000},
    ],
  },
} satisfies Record<string, BenchCase>
