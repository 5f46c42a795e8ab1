import type {SanityClient} from '@sanity/client'

// The dot keeps it from the public, and its type from the Studio's lists.
const ID = 'lectern.sync'

/** Paths of the files that the lake has had a document for: only these may ever be removed as deleted. */
export async function readSyncedPaths(client: SanityClient): Promise<Set<string>> {
  const paths = await client.fetch<string | null>('*[_id == $id][0].paths', {id: ID}, {perspective: 'raw'})
  return new Set((paths ?? '').split('\n').filter((path) => path !== ''))
}

/** Adds paths to the record and takes others out; nothing is sent when it would not change. */
export async function recordSyncedPaths(
  client: SanityClient,
  added: readonly string[],
  removed: readonly string[] = [],
): Promise<void> {
  const before = await readSyncedPaths(client)
  const after = new Set([...before, ...added].filter((path) => !removed.includes(path)))
  if (after.size === before.size && added.every((path) => before.has(path))) return
  await client.createOrReplace(
    {_id: ID, _type: 'lecternSync', paths: [...after].sort().join('\n')},
    {visibility: 'async'},
  )
}
