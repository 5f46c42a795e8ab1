import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {expect, test} from 'vitest'
import {createStore} from './createStore.ts'

const rounds = Number(process.env['LECTERN_CRASH_ROUNDS'] ?? 8)

/** Lets a process write until it acknowledged so many commits, kills it without warning and returns what it acknowledged. */
async function writeAndKill(dataDir: string, seed: number, acknowledgements: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'fixtures/commitUntilKilled.ts')
  const child = spawn(process.execPath, [script, dataDir, String(seed)], {stdio: ['ignore', 'pipe', 'inherit']})
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const acknowledged: string[] = []
  for await (const line of createInterface({input: child.stdout})) {
    acknowledged.push(line)
    if (acknowledged.length === acknowledgements) child.kill('SIGKILL')
  }
  await exited
  return acknowledged
}

test('what was acknowledged survives SIGKILL, whole, with an unbroken chain of revisions', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-crash-'))
  try {
    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round++) {
      acknowledged.push(...(await writeAndKill(dataDir, round, 3 + ((round * 37) % 90))))
      const store = createStore({dataDir})
      const dataset = store.dataset('production')
      const {history} = dataset
      expect(acknowledged.filter((id) => history.transactionById(id) === undefined)).toEqual([])
      expect(dataset.get('left')?.['n']).toBe(dataset.get('right')?.['n'])
      const changes = history.changesOf('left', {after: 0, before: Number.MAX_SAFE_INTEGER, limit: 100_000}).reverse()
      const revisions = changes.map(({sequence}) => history.transactionAt(sequence)?.id)
      expect(changes.map(({previousRev}) => previousRev)).toEqual([undefined, ...revisions.slice(0, -1)])
      expect(dataset.get('left')?._rev).toBe(revisions.at(-1))
      expect(history.stateAt('left', dataset.source.revision)).toEqual(dataset.get('left'))
      store.close()
    }
  } finally {
    rmSync(dataDir, {recursive: true})
  }
})
