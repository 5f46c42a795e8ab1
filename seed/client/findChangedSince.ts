import type {SanityClient} from '@sanity/client'
import {readText} from '../bundle/readText.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {Conflict, StoredDocument} from '../plan/plan.ts'

/** Documents per request: their ids have to fit into its address. */
const AT_ONCE = 50

/**
 * Of some pages whose documents were deleted in the Studio those that have another text on disk than the lake had last,
 * as the last revisions in its history say. One that the history does not have, or not under this id, counts as unchanged.
 * https://www.sanity.io/docs/http-reference/history
 * @param folder The site's.
 * @param pages Path and the document's id.
 */
export async function findChangedSince(
  client: SanityClient,
  folder: string,
  pages: ReadonlyArray<readonly [path: string, id: string]>,
): Promise<Set<string>> {
  const changed = new Set<string>()
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    const some = pages.slice(start, start + AT_ONCE)
    const last = await readLast(
      client,
      some.flatMap(([, id]) => [id, `drafts.${id}`]),
    )
    for (const [path] of some) {
      const sources = last.flatMap(({hugo}) => (hugo?.path === path ? [hugo.source] : []))
      const text = textOf(folder, path)
      if (text !== undefined && sources.length > 0 && !sources.includes(text)) changed.add(path)
    }
  }
  return changed
}

/** How a page that one side changed and the other deleted is listed. */
export function deletionConflict(path: string): Conflict {
  return {path, field: 'document', file: '(the file changed on disk)', studio: '(deleted)'}
}

async function readLast(client: SanityClient, ids: readonly string[]): Promise<Array<Pick<StoredDocument, 'hugo'>>> {
  const {documents} = await client.request<{documents: Array<Pick<StoredDocument, 'hugo'>>}>({
    url: `/data/history/${client.config().dataset}/documents/${ids.join(',')}`,
    query: {lastRevision: 'true'},
  })
  return documents
}

/** A page that cannot be read is refused elsewhere. */
function textOf(folder: string, path: string): string | undefined {
  try {
    return readText(folder, path)
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined
    throw error
  }
}
