import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {exportSite} from '../../seed/exportSite.ts'
import {importSite} from '../../seed/importSite.ts'
import {lakeClient} from '../clients/lakeClient.ts'
import type {BenchCase, Contestant, Figures, Job} from '../harness/benchCase.ts'
import {measureInProcess} from '../harness/measureInProcess.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import {
  directRoute,
  documentedRoute,
  type OpenRoute,
  ourRoute,
  ourRouteOnAllCores,
  type Route,
} from './documentRoutes.ts'
import {scratchFolder} from './scratchFolder.ts'
import {withServer} from './withServer.ts'

/** The documented route makes some thirty pages a second; its pace does not change with their number. */
const SLOW_PAGES = 300
/**
 * How long every route warms up before the clock starts, in CPU seconds of each core that it uses, as each thread compiles
 * for itself: as long as the direct way's first round takes, so that no route is measured colder than another.
 */
const WARM_UP = 10
const WARM_UP_PAGES = 50
/** How long each route is measured at least, in seconds: one round of the fastest is over in two, in which a machine that others use too may be at its slowest. */
const MEASURED = 10
/** As package.json has them for the command. */
const SEED_OPTIONS = ['--max-semi-space-size=4', '--heap-growing-percent=100']

const converter = (about: string, open: OpenRoute, {limit = Infinity, cores = 1} = {}): Contestant => ({
  about,
  needs: ['files'],
  async measure(job) {
    const route = await open(preparedPath('files', job))
    try {
      return await convert(route, Math.min(job.talks, limit), cores)
    } finally {
      await route.close()
    }
  },
})

async function convert(route: Route, limit: number, cores: number): Promise<Figures> {
  const cold = await timed(() => exhaust(route, WARM_UP_PAGES))
  for (let {cpu} = cold; cpu < WARM_UP * cores;) cpu += (await timed(() => exhaust(route, limit))).cpu
  const total = {pages: 0, seconds: 0, cpu: 0}
  while (total.seconds < MEASURED) {
    const {result, seconds, cpu} = await timed(() => exhaust(route, limit))
    total.pages += result
    total.seconds += seconds
    total.cpu += cpu
  }
  return {
    'pages/CPU s': total.pages / total.cpu,
    'pages/s': total.pages / total.seconds,
    'cold pages/CPU s': cold.result / cold.cpu,
    'peak MB': process.resourceUsage().maxRSS / 1024,
  }
}

async function exhaust(route: Route, limit: number): Promise<number> {
  let count = 0
  for await (const _ of route.documents(limit)) count++
  return count
}

/** One core's way in as many processes as there are cores, at once: what the cores give when nothing has to come together. */
async function convertApart(job: Job): Promise<Figures> {
  const answers = await Promise.all(
    Array.from({length: availableParallelism()}, () => measureInProcess('toDocuments', 'lectern', job)),
  )
  let pace = 0
  for (const answer of answers) {
    if (answer.state !== 'measured') throw new Error(answer.reason)
    pace += answer.figures['pages/s'] ?? 0
  }
  return {'pages/s': pace}
}

/** Imports a site into an empty lake in another process, then again, and exports it; nothing is to be written then. */
async function importTwice(job: Job): Promise<Figures> {
  const folder = preparedPath('files', job)
  return scratchFolder(job, (scratch) =>
    withServer('lake', {path: join(scratch, 'lake')}, async (server) => {
      const client = lakeClient(server).withConfig({perspective: 'raw'})
      const first = await timed(() => importSite({client, folder}))
      const peak = process.resourceUsage().maxRSS / 1024
      const {writes} = await server.usage()
      const again = await timed(() => importSite({client, folder}))
      const exported = await timed(() => exportSite({client, folder, dryRun: true}))
      return {
        'first s': first.seconds,
        'pages/s': first.result.pages / first.seconds,
        'again s': again.seconds,
        'export s': exported.seconds,
        'again writes': (await server.usage()).writes - writes,
        'peak MB': peak,
        'CPU s': first.cpu,
      }
    }),
  )
}

async function timed<Result>(work: () => Promise<Result>): Promise<{result: Result; seconds: number; cpu: number}> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const {user, system} = process.cpuUsage(cpu)
  return {result, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6}
}

/** Hugo files to documents, and into a lake. */
export const seedCases = {
  toDocuments: {
    about: 'pages of 2 KB, files to documents',
    sizes: ['1k', '10k'],
    contestants: {
      lectern: converter('ours on one core: typed blocks, ids, notices with lines', ourRoute),
      allCores: converter('ours with a thread for every further core', ourRouteOnAllCores, {
        cores: availableParallelism(),
      }),
      apart: {
        about: 'ours in a process for every core, which share nothing: what the cores give',
        needs: ['files'],
        measure: convertApart,
      },
      direct: converter('gray-matter and @portabletext/markdown', directRoute),
      documented: converter('gray-matter, remark, rehype, jsdom, block-tools', documentedRoute, {limit: SLOW_PAGES}),
    },
    targets: [
      {
        figure: 'pages/CPU s',
        against: {contestant: 'documented'},
        atLeast: 50,
        goal: 'pages to documents: the documented way',
      },
      {figure: 'pages/CPU s', against: {contestant: 'direct'}, atLeast: 3, goal: 'pages to documents: the direct way'},
      {
        of: 'allCores',
        figure: 'pages/s',
        against: {contestant: 'documented'},
        atLeast: 70,
        goal: 'pages to documents, all cores: the documented way',
      },
      {
        of: 'allCores',
        figure: 'pages/s',
        against: {contestant: 'direct'},
        atLeast: 5,
        goal: 'pages to documents, all cores: the direct way',
      },
      {of: 'allCores', figure: 'pages/s', against: {contestant: 'apart'}},
      {figure: 'peak MB', against: {size: '1k'}, atMost: 1.5, sizes: ['10k']},
    ],
  },
  import: {
    about: 'a whole site into an empty lake through the client, then again',
    sizes: ['1k', '10k'],
    contestants: {
      lectern: {about: 'npm run seed, twice', needs: ['files'], nodeOptions: SEED_OPTIONS, measure: importTwice},
    },
    targets: [
      {
        figure: 'again s',
        against: {figure: 'first s'},
        atMost: 0.1,
        goal: 'import again with nothing changed: the first import',
      },
      {figure: 'again writes', atMost: 0},
      {figure: 'peak MB', against: {size: '1k'}, atMost: 1.5, sizes: ['10k']},
    ],
  },
} satisfies Record<string, BenchCase>
