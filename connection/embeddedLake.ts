/** Project of the embedded lake, as Sanity's clients name it. */
export const PROJECT_ID = 'lectern'

/** The version of the API that every client of ours asks for. */
export const API_VERSION = '2025-02-19'

/** What `createClient` of `@sanity/client` needs to reach the embedded lake at an address, but for who asks. */
export function embeddedLake(address: string) {
  return {
    projectId: PROJECT_ID,
    dataset: 'production',
    apiVersion: API_VERSION,
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
  }
}
