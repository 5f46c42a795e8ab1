import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type SanityClient, createClient} from '@sanity/client'
import {isOvertaken} from './commit.ts'

const API_VERSION = '2025-02-19'

/** There is neither a hosted project in the environment nor a running local lake's token. */
export class NoLakeError extends Error {
  override readonly name = 'NoLakeError'
}

/**
 * The client for the Content Lake that the environment names: a hosted project (`SANITY_STUDIO_PROJECT_ID`), else the
 * lake of this machine on `PORT`, with the administrator's token from `LECTERN_DATA`.
 * @throws NoLakeError when there is no token, or no such port.
 */
export function connect(env: NodeJS.ProcessEnv = process.env): SanityClient {
  const projectId = env['SANITY_STUDIO_PROJECT_ID']
  const dataset = env['SANITY_STUDIO_DATASET'] || 'production'
  const token = env['SANITY_AUTH_TOKEN']
  const shared = {dataset, apiVersion: API_VERSION, useCdn: false, perspective: 'raw'} as const
  if (projectId !== undefined && projectId !== '') {
    if (!token)
      throw new NoLakeError(
        'SANITY_STUDIO_PROJECT_ID is set, but SANITY_AUTH_TOKEN is not: set a token that may write.',
      )
    if (!/^[a-z0-9-]+$/.test(projectId))
      throw new NoLakeError(`SANITY_STUDIO_PROJECT_ID is "${projectId}": a project id has only a-z, 0-9 and hyphens.`)
    return createClient({...shared, projectId, token})
  }
  const file = join(env['LECTERN_DATA'] || '.lectern', 'token')
  if (!token && !existsSync(file)) {
    throw new NoLakeError(
      `There is no token in ${file}: start Lectern once with "npm start", or set SANITY_AUTH_TOKEN.`,
    )
  }
  const apiHost = `http://${reachable(env['HOST'] || 'localhost')}:${env['PORT'] || '3333'}`
  if (!URL.canParse(apiHost)) throw new NoLakeError(`HOST and PORT make ${apiHost}, which is no address.`)
  return createClient({
    ...shared,
    projectId: 'lectern',
    apiHost,
    useProjectHostname: false,
    token: token || readFileSync(file, 'utf8').trim(),
  })
}

/** Where a server that listens on this host is reached from this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * What a failure of the lake means to whoever started the command: not running, or refused with a reason.
 * @returns Nothing for any other error.
 */
export function describeLakeError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|socket hang up|fetch failed/.test(describe(error)))
    return `The lake does not answer: start it with "npm start", or set PORT to where it listens. (${error.message})`
  if (!('statusCode' in error)) return undefined
  if (isOvertaken(error))
    return `Somebody else kept changing the same documents, another import perhaps: run the command again when it has ended. (${error.message})`
  const denied = error.statusCode === 401 || error.statusCode === 403
  return denied ? `The lake refused the token: ${error.message}` : `The lake refused: ${error.message}`
}

function describe(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return [code, error.message, error.cause instanceof Error ? describe(error.cause) : ''].join(' ')
}
