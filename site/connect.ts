import {createClient, type SanityClient} from '@sanity/client'
import {API_VERSION, namedLake} from '../connection/namedLake.ts'

export interface Connection {
  client: SanityClient
  /** Where the embedded lake answers, images and files included; undefined for a hosted project, which serves its own. */
  local: string | undefined
}

/** A client for what is published in the Content Lake that the environment names; with a token, as its dataset may be private. */
export function connect(env: NodeJS.ProcessEnv): Connection {
  const {projectId, dataset, token, address} = namedLake(env)
  const client = createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    perspective: 'published',
    useCdn: false,
    ...(token !== undefined && {token}),
    ...(address !== undefined && {apiHost: address, useProjectHostname: false}),
  })
  return {client, local: address}
}
