import {Agent} from 'node:http'
import {join} from 'node:path'
import {type OneRequest, send} from '../clients/oneByOne.ts'
import {queryPath} from '../clients/queryPath.ts'
import {NOW, talkFacts} from '../data/benchData.ts'
import type {BenchCase, Contestant, Figures, Job} from '../harness/benchCase.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import type {ServerKind} from '../servers/serverKinds.ts'
import {type RunningServer, startServer} from '../servers/startServer.ts'
import {scratchFolder} from './scratchFolder.ts'
import {withServer} from './withServer.ts'

const listPath = queryPath(
  '*[_type == "talk" && start >= $from] | order(start asc) [0...20]{title, "authors": authors[]->name}',
  {from: NOW},
)

/** The second of two starts: the first one after a change of the sources builds what all others load. */
async function secondStart(start: (number: number) => Promise<Figures>): Promise<Figures> {
  await start(1)
  return start(2)
}

/** From starting the process until its first answer has come whole. */
async function firstAnswer(kind: ServerKind, path: string, first: OneRequest): Promise<Figures> {
  const agent = new Agent()
  const start = performance.now()
  const server = await startServer(kind, {path})
  try {
    await send(agent, server.url, first)
    return {seconds: (performance.now() - start) / 1000}
  } finally {
    await server.stop()
  }
}

/** Resident memory after a bit of everything: lists, pages, a full scan and a search. */
async function memoryAfterWork(server: RunningServer, {talks}: Job): Promise<Figures> {
  const agent = new Agent({keepAlive: true, maxSockets: 4})
  const ask = (query: string, params: Record<string, unknown> = {}): Promise<string> =>
    send(agent, server.url, {path: queryPath(query, params)})
  for (let index = 0; index < 2000; index++) {
    const {slug, start} = talkFacts((index * 7919) % talks, talks)
    await ask('*[_type == "talk" && slug.current == $slug][0]', {slug})
    await ask('*[_type == "talk" && start >= $start] | order(start asc) [0...20]{title, "authors": authors[]->name}', {
      start,
    })
  }
  await ask('count(*[length(title) % 7 == 1])')
  await ask('*[_type == "talk" && title match text::query("취약점 server")]{title}')
  const {rss, peak} = await server.usage()
  agent.destroy()
  return {'memory MB': rss / 2 ** 20, 'peak MB': peak / 2 ** 20}
}

const onEmpty = (kind: 'lake' | 'floor', first: OneRequest): Contestant => ({
  about: `${kind}, empty`,
  measure: (job) =>
    scratchFolder(job, (folder) =>
      secondStart((number) => firstAnswer(kind, join(folder, `${kind}-${number}`), first)),
    ),
})

const onPrepared = (kind: 'lake' | 'floor', first: OneRequest): Contestant => ({
  about: `${kind} with talks`,
  needs: [kind],
  measure: (job) => secondStart(() => firstAnswer(kind, preparedPath(kind, job), first)),
})

const fromFloor: OneRequest = {path: `/list/${NOW}`}

/** The process: how fast it is there, how much it takes. */
export const startCases = {
  startEmpty: {
    about: 'process start to the first answer, new data folder',
    sizes: ['1k'],
    contestants: {lake: onEmpty('lake', {path: listPath}), floor: onEmpty('floor', fromFloor)},
    targets: [
      {figure: 'seconds', atMost: 0.4, goal: 'first query after the start of an empty lake, seconds'},
      {figure: 'seconds', against: {contestant: 'floor'}},
    ],
  },
  start: {
    about: 'process start to the first list of 20 with authors',
    sizes: ['10k', '100k'],
    contestants: {lake: onPrepared('lake', {path: listPath}), floor: onPrepared('floor', fromFloor)},
    targets: [
      {figure: 'seconds', atMost: 1, sizes: ['10k'], goal: 'first query after the start, seconds'},
      {figure: 'seconds', against: {contestant: 'floor'}},
    ],
  },
  memory: {
    about: 'memory after 2,000 lists and pages, a full scan and a search',
    sizes: ['10k', '100k'],
    rounds: 1,
    contestants: {
      lake: {
        about: 'our lake',
        needs: ['lake'],
        measure: (job) =>
          withServer('lake', {path: preparedPath('lake', job)}, (server) => memoryAfterWork(server, job)),
      },
    },
    targets: [
      {figure: 'memory MB', atMost: 250, sizes: ['10k'], goal: 'memory, MB'},
      {figure: 'memory MB', atMost: 600, sizes: ['100k'], goal: 'memory, MB'},
    ],
  },
} satisfies Record<string, BenchCase>
