import {setImmediate} from 'node:timers/promises'
import type {Dataset, Identity} from '../dataset.ts'
import type {Mutation} from '../mutations/mutation.ts'

export interface Move {
  /** Origin that the moved documents get in their `url`. */
  to: string
  /** Whether an origin in a `url` may stay as it is. */
  isCurrent: (origin: string) => boolean
  projectId: string
  identity: Identity
}

/** So many documents share a transaction, and nobody waits for more than one. */
const perTransaction = 200

/**
 * Gives the asset documents of a dataset whose `url` is at an address that is no longer this lake's another one. `url` is what GROQ queries,
 * `@sanity/export` and the Studio follow; `path`, of which it is made, never changes. Assets that lie elsewhere are left alone.
 *
 * @returns how many documents changed
 */
export async function moveAssets(dataset: Dataset, move: Move): Promise<number> {
  const ids = ['image-', 'file-'].flatMap((prefix) => dataset.idsWithPrefix(prefix))
  let moved = 0
  for (let at = 0; at < ids.length; at += perTransaction) {
    const patches = ids.slice(at, at + perTransaction).flatMap((id) => patchOf(dataset, id, move))
    if (patches.length > 0) dataset.commit(patches, {identity: move.identity})
    moved += patches.length
    await setImmediate()
  }
  return moved
}

function patchOf(dataset: Dataset, id: string, {to, isCurrent, projectId}: Move): Mutation[] {
  const document = dataset.get(id)
  const [path, url] = [document?.['path'], document?.['url']]
  if (typeof path !== 'string' || typeof url !== 'string' || !URL.canParse(url)) return []
  const isOurs = ['images', 'files'].some((kind) => path.startsWith(`${kind}/${projectId}/${dataset.name}/`))
  const {origin} = new URL(url)
  if (!isOurs || isCurrent(origin) || url !== `${origin}/${path}`) return []
  return [{patch: {id, set: {url: `${to}/${path}`}}}]
}
