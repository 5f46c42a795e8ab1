/**
 * Queries of the lake (its real store on disk, cold result cache) against plain groq-js over an array in memory, both in this process's CPU time.
 * Run: `node bench/query.ts [talks, default 1000 and 10000]`. A process per case and side, alternating; prints medians and their ratio.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {evaluate, parse} from 'groq-js'
import {evaluateQuery} from '../lake/query/evaluateQuery.ts'
import {rawPerspective} from '../lake/query/perspective.ts'
import {createStore} from '../lake/store/createStore.ts'
import {benchTalks, queryCases} from './queryCases.ts'

const [side, name = '', folder = '', size = ''] = process.argv.slice(2)
const budget = 1_500

async function measure(run: () => unknown): Promise<number> {
  await run()
  const times: number[] = []
  for (const end = performance.now() + budget; times.length < 3 || (performance.now() < end && times.length < 2_000);) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

async function measureCase(): Promise<number> {
  const found = queryCases[name]
  if (!found) throw new Error(`No such case: ${name}`)
  const {query, params} = found
  if (side === 'plain') {
    const dataset = benchTalks(Number(size))
    const tree = parse(query, {params})
    return measure(async () => (await evaluate(tree, {dataset, params})).get())
  }
  const store = createStore({dataDir: folder})
  const {source} = store.dataset('production')
  const now = new Date()
  const time = await measure(() =>
    evaluateQuery({
      query,
      params,
      perspective: rawPerspective,
      source,
      identity: {id: 'me'},
      now,
      projectId: 'p',
      dataset: 'd',
      anonymous: false,
    }),
  )
  store.close()
  return time
}

function fill(dataDir: string, count: number): void {
  const store = createStore({dataDir})
  store.datasets.create('production', {aclMode: 'public'})
  const documents = benchTalks(count)
  for (let at = 0; at < documents.length; at += 500) {
    const batch = documents.slice(at, at + 500).map((document) => ({createOrReplace: document}))
    store.dataset('production').commit(batch, {identity: {id: 'bench', role: 'administrator'}})
  }
  store.settle()
  store.close()
}

function measureApart(of: 'plain' | 'lake', caseName: string, dataDir: string, count: number): number {
  return Number(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), of, caseName, dataDir, String(count)], {
      encoding: 'utf8',
    }),
  )
}

function compare(count: number): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'lectern-bench-query-'))
  try {
    fill(dataDir, count)
    console.info(`${count} talks${' '.repeat(24)}groq-js ms     lake ms     ratio`)
    for (const caseName of Object.keys(queryCases)) {
      const plain = measureApart('plain', caseName, dataDir, count)
      const lake = measureApart('lake', caseName, dataDir, count)
      const cells = [plain.toFixed(2), lake.toFixed(2), `${(plain / lake).toFixed(1)}x`].map((cell) =>
        cell.padStart(11),
      )
      console.info(`${caseName.padEnd(34)}${cells.join(' ')}`)
    }
  } finally {
    rmSync(dataDir, {recursive: true})
  }
}

if (side === 'plain' || side === 'lake') console.info(await measureCase())
else for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000]) compare(count)
