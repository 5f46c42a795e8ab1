import type {SanityClient} from '@sanity/client'
import {isOvertaken} from './commit.ts'
import {sendPatiently} from './sendPatiently.ts'

// The dot keeps it from the public, and its type from the Studio's lists.
const ID = 'lectern.sync'
/** How often somebody else may be faster. */
const TRIES = 20

/** Paths of the files that the lake has had a document for: only these may ever be removed as deleted. */
export async function readSyncedPaths(client: SanityClient): Promise<Set<string>> {
  return (await readRecord(client)).paths
}

async function readRecord(client: SanityClient): Promise<{paths: Set<string>; rev?: string}> {
  const query = '*[_id == $id][0]{paths, "rev": _rev}'
  const record = await client.fetch<{paths: string | null; rev: string} | null>(query, {id: ID}, {perspective: 'raw'})
  if (!record) return {paths: new Set()}
  return {paths: new Set((record.paths ?? '').split('\n').filter((path) => path !== '')), rev: record.rev}
}

/**
 * Adds paths to the record and takes others out; nothing is sent when it would not change. What another import or export
 * recorded meanwhile stays.
 */
export async function recordSyncedPaths(
  client: SanityClient,
  added: readonly string[],
  removed: readonly string[] = [],
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const {paths: before, rev} = await readRecord(client)
    const after = new Set([...before, ...added].filter((path) => !removed.includes(path)))
    if (after.size === before.size && added.every((path) => before.has(path))) return
    const paths = [...after].sort().join('\n')
    try {
      await sendPatiently(() =>
        rev === undefined
          ? client.create({_id: ID, _type: 'lecternSync', paths}, {visibility: 'async'})
          : client.patch(ID).ifRevisionId(rev).set({paths}).commit({visibility: 'async'}),
      )
      return
    } catch (error) {
      if (!isOvertaken(error) || tries === TRIES) throw error
    }
  }
}
