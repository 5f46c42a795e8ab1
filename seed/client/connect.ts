import {ConnectionFailedError, type SanityClient, createClient} from '@sanity/client'
import {API_VERSION, embeddedLake} from '../../connection/embeddedLake.ts'
import {namedLake, tokenFile} from '../../connection/namedLake.ts'
import {isOvertaken} from './commit.ts'

/** There is neither a hosted project in the environment nor a running local lake's token. */
export class NoLakeError extends Error {
  override readonly name = 'NoLakeError'
}

/**
 * A client that may write for the Content Lake that the environment names; see `namedLake`.
 * @throws NoLakeError when there is no token, or no such project or port.
 */
export function connect(env: NodeJS.ProcessEnv = process.env): SanityClient {
  const {projectId, dataset, token, address} = namedLake(env)
  if (address === undefined) {
    if (token === undefined)
      throw new NoLakeError(
        'SANITY_STUDIO_PROJECT_ID is set, but SANITY_AUTH_TOKEN is not: set a token that may write.',
      )
    if (!/^[a-z0-9-]+$/.test(projectId))
      throw new NoLakeError(`SANITY_STUDIO_PROJECT_ID is "${projectId}": a project id has only a-z, 0-9 and hyphens.`)
    return createClient({projectId, dataset, apiVersion: API_VERSION, useCdn: false, perspective: 'raw', token})
  }
  if (token === undefined)
    throw new NoLakeError(
      `There is no token in ${tokenFile(env)}: start Lectern once with "npm start", or set SANITY_AUTH_TOKEN.`,
    )
  if (!URL.canParse(address)) throw new NoLakeError(`HOST and PORT make ${address}, which is no address.`)
  return createClient({...embeddedLake(address), dataset, perspective: 'raw', token})
}

/**
 * What a failure of the lake means to whoever started the command: not running, or refused with a reason.
 * @param env Says which lake was asked.
 * @returns Nothing for any other error.
 */
export function describeLakeError(error: unknown, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (!(error instanceof Error)) return undefined
  const {address, projectId} = namedLake(env)
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|socket hang up|fetch failed/.test(describe(error)))
    return address === undefined
      ? `The hosted project ${projectId} (SANITY_STUDIO_PROJECT_ID) does not answer: see that this machine reaches sanity.io. (${error.message})`
      : `The lake does not answer: start it with "npm start", or set PORT to where it listens. (${error.message})`
  if (error instanceof ConnectionFailedError)
    return `The lake does not let anybody listen any more: see that it runs and that the token still counts, then start --watch again. (${error.message})`
  if (!('statusCode' in error)) return undefined
  if (address !== undefined && isPage(error))
    return `What answers at ${address} is no lake (HTTP ${String(error.statusCode)}): set PORT to where it listens.`
  if (isOvertaken(error))
    return `Somebody else kept changing the same documents, another import perhaps: run the command again when it has ended. (${error.message})`
  if (error.statusCode === 401 && address !== undefined)
    return `The lake refused the token: see that LECTERN_DATA is the data folder of the lake at ${address}, and that SANITY_AUTH_TOKEN, if it is set, still counts. (${error.message})`
  const denied = error.statusCode === 401 || error.statusCode === 403
  return denied ? `The lake refused the token: ${error.message}` : `The lake refused: ${error.message}`
}

/** Whether an answer is a text and not the JSON of a lake: another program listens there, or a proxy answered. */
function isPage(error: Error): boolean {
  const response = 'response' in error ? error.response : undefined
  return typeof response === 'object' && response !== null && 'body' in response && typeof response.body === 'string'
}

function describe(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return [code, error.message, error.cause instanceof Error ? describe(error.cause) : ''].join(' ')
}
