import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {PROJECT_ID, embeddedLake} from '../connection/embeddedLake.ts'
import {createLake} from '../lake/createLake.ts'
import {listen} from './listen.ts'

/**
 * Runs some work with a client of an empty lake on a free port, and an empty folder beside it. Both are gone
 * afterwards, however it ended.
 */
export async function withTemporaryLake<Result>(
  work: (client: SanityClient, scratch: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  const scratch = join(folder, 'scratch')
  mkdirSync(scratch)
  let port = 0
  const lake = createLake({
    dataDir: join(folder, 'lake'),
    projectId: PROJECT_ID,
    dataset: 'production',
    origins: () => [`http://127.0.0.1:${port}`],
  })
  const listening = await listen((request) => lake.fetch(request), {host: '127.0.0.1', port})
  port = listening.port
  try {
    const client = createClient({
      ...embeddedLake(`http://127.0.0.1:${port}`),
      perspective: 'raw',
      token: lake.token,
    })
    return await work(client, scratch)
  } finally {
    await listening.close()
    await lake.close()
    rmSync(folder, {recursive: true, force: true})
  }
}
