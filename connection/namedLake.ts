import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PROJECT_ID} from './embeddedLake.ts'
import {localAddress} from './localAddress.ts'

/** The Content Lake that an environment names, as a client needs to know it. */
export interface NamedLake {
  projectId: string
  dataset: string
  token: string | undefined
  /** Where the lake of this machine answers, images and files included; undefined for a hosted project. */
  address: string | undefined
}

/** The file of the administrator's token in the data folder of an environment (`LECTERN_DATA`). */
export function tokenFile(env: NodeJS.ProcessEnv): string {
  return join(env['LECTERN_DATA'] || '.lectern', 'token')
}

/**
 * A hosted project (`SANITY_STUDIO_PROJECT_ID`), else the lake of this machine on `HOST` and `PORT`, with the administrator's
 * token from its data folder, if there is one. `SANITY_AUTH_TOKEN` is used instead of it; a hosted project is never given it.
 */
export function namedLake(env: NodeJS.ProcessEnv): NamedLake {
  const hosted = env['SANITY_STUDIO_PROJECT_ID'] || undefined
  const token = env['SANITY_AUTH_TOKEN'] || undefined
  const dataset = env['SANITY_STUDIO_DATASET'] || 'production'
  if (hosted !== undefined) return {projectId: hosted, dataset, token, address: undefined}
  return {
    projectId: PROJECT_ID,
    dataset,
    token: token ?? readIfThere(tokenFile(env)),
    address: localAddress(env['HOST'] || 'localhost', env['PORT'] || '3333'),
  }
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
