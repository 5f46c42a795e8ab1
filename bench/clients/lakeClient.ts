import {createClient, type SanityClient} from '@sanity/client'

/** The official client, pointed at a server of ours with the administrator's token. */
export function lakeClient({url, token}: {url: string; token: string}): SanityClient {
  return createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    token: token === '' ? 'none' : token,
  })
}
