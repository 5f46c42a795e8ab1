import {createClient, type SanityClient} from '@sanity/client'
import {API_VERSION, embeddedLake} from '../connection/embeddedLake.ts'
import {namedLake} from '../connection/namedLake.ts'

export interface Connection {
  client: SanityClient
  /** Where the embedded lake answers, images and files included; undefined for a hosted project, which serves its own. */
  local: string | undefined
}

/** A client for what is published in the Content Lake that the environment names; with a token, as its dataset may be private. */
export function connect(env: NodeJS.ProcessEnv): Connection {
  const {projectId, dataset, token, address} = namedLake(env)
  const client = createClient({
    ...(address === undefined ? {projectId, apiVersion: API_VERSION, useCdn: false} : embeddedLake(address)),
    dataset,
    perspective: 'published',
    ...(token !== undefined && {token}),
  })
  return {client, local: address}
}
