import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'

export interface Connection {
  client: SanityClient
  /** Where the embedded lake answers, images and files included; undefined for a hosted project, which serves its own. */
  local: string | undefined
}

/**
 * The Content Lake that the environment names, to read what is published: a hosted project (`SANITY_STUDIO_PROJECT_ID`), else
 * the one of this machine (`HOST`, `PORT`), with the administrator's token from `LECTERN_DATA` when it is there, as its dataset
 * may be private. `SANITY_AUTH_TOKEN` is used instead of it.
 */
export function connect(env: NodeJS.ProcessEnv): Connection {
  const hosted = env['SANITY_STUDIO_PROJECT_ID'] || undefined
  const local = hosted === undefined ? localAddress(env) : undefined
  const token = env['SANITY_AUTH_TOKEN'] || (local && readToken(env['LECTERN_DATA'] || '.lectern'))
  const client = createClient({
    projectId: hosted ?? 'lectern',
    dataset: env['SANITY_STUDIO_DATASET'] || 'production',
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    ...(token && {token}),
    ...(local && {apiHost: local, useProjectHostname: false}),
  })
  return {client, local}
}

function localAddress(env: NodeJS.ProcessEnv): string {
  const host = env['HOST'] || 'localhost'
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${env['PORT'] || '3333'}`
}

function readToken(dataDir: string): string | undefined {
  const file = join(dataDir, 'token')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
