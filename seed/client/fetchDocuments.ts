import type {SanityClient} from '@sanity/client'
import type {StoredDocument} from '../plan/plan.ts'
import {isRecord} from '../values/isRecord.ts'

/** Documents per request: their ids have to fit into its address. */
const AT_ONCE = 100

/**
 * Whole documents by their ids, some at a time, in the order of the ids; those that are gone are missing. One without a page, as a copy made in the
 * Studio is, says nothing of where it came from.
 */
export async function* fetchDocuments(client: SanityClient, ids: readonly string[]): AsyncGenerator<StoredDocument> {
  for (let start = 0; start < ids.length; start += AT_ONCE)
    yield* await fetchTogether(client, ids.slice(start, start + AT_ONCE))
}

async function fetchTogether(client: SanityClient, ids: readonly string[]): Promise<StoredDocument[]> {
  try {
    const found = await client.getDocuments<StoredDocument>([...ids])
    return found.flatMap((document) => (document ? withoutOrigin(document) : []))
  } catch (error) {
    if (ids.length < 2 || !isTooLong(error)) throw error
    const middle = Math.ceil(ids.length / 2)
    return [...(await fetchTogether(client, ids.slice(0, middle))), ...(await fetchTogether(client, ids.slice(middle)))]
  }
}

function withoutOrigin(document: StoredDocument): StoredDocument {
  const {hugo, ...made} = document
  return isRecord(hugo) && typeof hugo.path === 'string' ? document : made
}

/** The lake has no room for all of them in one answer. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413
}
