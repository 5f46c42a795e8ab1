import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {embeddedLake} from '../../connection/embeddedLake.ts'
import {createLake} from '../../lake/createLake.ts'

const ORIGIN = 'http://localhost:3333'

/** A lake in this process, without a port, in a folder of its own, with room for a site beside it. */
export interface LakeInProcess {
  /** The administrator's, which sees drafts and versions as documents of their own. */
  client: SanityClient
  folder: string
  close(): Promise<void>
}

/** Sees what the client asks the lake, and may answer in its place. */
type OnRequest = (request: Request) => Response | undefined | void | Promise<Response | undefined | void>

/** Opens an empty lake; it waits for `onRequest` before it is asked. */
export function openLakeInProcess(onRequest: OnRequest = () => undefined): LakeInProcess {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-seed-'))
  const lake = createLake({
    dataDir: join(folder, 'lake'),
    projectId: 'lectern',
    dataset: 'production',
    origins: () => [ORIGIN],
  })
  const client = createClient({
    ...embeddedLake(ORIGIN),
    perspective: 'raw',
    token: lake.token,
    resolveFetch: () => async (input, init) => {
      const request = new Request(input, init)
      request.headers.set('host', new URL(ORIGIN).host)
      return (await onRequest(request)) ?? lake.fetch(request)
    },
  })
  return {
    client,
    folder,
    async close() {
      await lake.close()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
