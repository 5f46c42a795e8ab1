import {createClient, type SanityClient} from '@sanity/client'
import {embeddedLake} from '../../connection/embeddedLake.ts'

/** The official client, pointed at a server of ours with the administrator's token. */
export function lakeClient({url, token}: {url: string; token: string}): SanityClient {
  return createClient({
    ...embeddedLake(url),
    token: token === '' ? 'none' : token,
  })
}
