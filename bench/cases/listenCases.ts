import {Agent, request} from 'node:http'
import {join} from 'node:path'
import {eventListeners} from '../clients/eventListeners.ts'
import {type OneRequest, send} from '../clients/oneByOne.ts'
import type {BenchCase, Contestant, Figures} from '../harness/benchCase.ts'
import {median, percentile} from '../harness/median.ts'
import type {RunningServer} from '../servers/startServer.ts'
import {scratchFolder} from './scratchFolder.ts'
import {withServer} from './withServer.ts'

const COMMITS = 60
const MUTATE = '/v2025-02-19/data/mutate/production'
const FILTER = encodeURIComponent('*[_type == "talk"]')
const LISTEN = `/v2025-02-19/data/listen/production?query=${FILTER}&includeResult=true&includePreviousRevision=false&visibility=query`

/** About 1 KB, as an event with its document has. */
const text = '청중에게 들려줄 이야기 a talk '.repeat(16)

const lakeEdit = (index: number, token: string): OneRequest => ({
  method: 'POST',
  path: MUTATE,
  headers: {authorization: `Bearer ${token}`},
  body: JSON.stringify({mutations: [{createOrReplace: {_id: 'talk-1', _type: 'talk', title: `${text}${index}`}}]}),
})

const fanOutEdit = (index: number): OneRequest => ({
  method: 'POST',
  path: '/',
  body: JSON.stringify({text: `${text}${text}${index}`}),
})

type Edit = (index: number, token: string) => OneRequest

/** From sending the edit until the last of the listeners has its event. */
async function commitToLast(server: RunningServer, path: string, count: number, edit: Edit): Promise<Figures> {
  const agent = new Agent({keepAlive: true, maxSockets: 1})
  const listeners = await eventListeners(`${server.url}${path}`, authorization(server), count)
  const times: number[] = []
  for (let index = 0; index < COMMITS; index++) {
    const all = listeners.received(1)
    const start = performance.now()
    await Promise.all([send(agent, server.url, edit(index, server.token)), all])
    times.push(performance.now() - start)
  }
  listeners.close()
  agent.destroy()
  const counted = times.slice(5)
  return {'last listener p50 ms': median(counted), 'last listener p90 ms': percentile(counted, 0.9)}
}

/** One reader stops reading while others and a storm of edits go on: the time of the others, the memory of the server. */
async function besideSlowReader(server: RunningServer, path: string, edit: Edit): Promise<Figures> {
  const agent = new Agent({keepAlive: true, maxSockets: 1})
  const storm = 3000
  const stuck = request(`${server.url}${path}`, {headers: authorization(server)})
  await new Promise<void>((resolve) => stuck.on('response', (response) => resolve(void response.pause())).end())
  const listeners = await eventListeners(`${server.url}${path}`, authorization(server), 10)
  for (let index = 0; index < 300; index++) await send(agent, server.url, edit(index, server.token))
  const before = await server.usage()
  const all = listeners.received(storm)
  const start = performance.now()
  for (let index = 0; index < storm; index++) await send(agent, server.url, edit(index, server.token))
  await all
  const seconds = (performance.now() - start) / 1000
  const after = await server.usage()
  stuck.on('error', () => undefined).destroy()
  listeners.close()
  agent.destroy()
  return {'events/s': storm / seconds, 'memory grown MB': (after.rss - before.rss) / 2 ** 20}
}

const authorization = ({token}: RunningServer): Record<string, string> =>
  token === '' ? {} : {authorization: `Bearer ${token}`}

const lake = (about: string, measure: (server: RunningServer) => Promise<Figures>): Contestant => ({
  about,
  measure: (job) => scratchFolder(job, (folder) => withServer('lake', {path: join(folder, 'lake')}, measure)),
})

const fanOut = (about: string, measure: (server: RunningServer) => Promise<Figures>): Contestant => ({
  about,
  measure: () => withServer('fanOut', {}, measure),
})

const toLast = (count: number): BenchCase => ({
  about: `commit until the last of ${count} listeners has the event`,
  sizes: ['1k'],
  contestants: {
    lake: lake('our lake: durable, filtered, with document', (server) => commitToLast(server, LISTEN, count, lakeEdit)),
    fanOut: fanOut('bare server-sent events, nothing stored', (server) => commitToLast(server, '/', count, fanOutEdit)),
  },
  targets:
    count >= 1000
      ? [
          {
            figure: 'last listener p50 ms',
            against: {contestant: 'fanOut'},
            atMost: 1.5,
            goal: 'commit to the last of 1,000 listeners: bare server-sent events',
          },
          {figure: 'last listener p50 ms', atMost: 35},
        ]
      : [
          {figure: 'last listener p50 ms', against: {contestant: 'fanOut'}},
          {figure: 'last listener p50 ms', atMost: 7},
        ],
})

/** Listeners of changes. */
export const listenCases = {
  listen10: toLast(10),
  listen1000: toLast(1000),
  slowReader: {
    about: 'edits with ten listeners and one that stopped reading',
    sizes: ['1k'],
    rounds: 1,
    contestants: {
      lake: lake('our lake', (server) => besideSlowReader(server, LISTEN, lakeEdit)),
      fanOut: fanOut('bare server-sent events, which queue without bound', (server) =>
        besideSlowReader(server, '/', fanOutEdit),
      ),
    },
    targets: [{figure: 'memory grown MB', atMost: 30, goal: 'memory that a slow listener costs, MB'}],
  },
} satisfies Record<string, BenchCase>
