import type {CommittedTransaction, Dataset} from '../dataset.ts'

/** Hashes of all blobs that a dataset's documents name. */
export function assetHashes(dataset: Dataset): string[] {
  return hashesOf(['image-', 'file-'].flatMap((prefix) => dataset.idsWithPrefix(prefix)))
}

/** Hashes of the blobs of the asset documents that a transaction deleted. */
export function deletedAssetHashes({changes}: CommittedTransaction): string[] {
  return hashesOf(changes.filter(({previous, next}) => previous !== undefined && next === undefined).map(({id}) => id))
}

/** The SHA-1 in the ids of asset documents; other documents have none. */
function hashesOf(ids: readonly string[]): string[] {
  return ids.map((id) => /^(?:image|file)-([0-9a-f]{40})-/.exec(id)?.[1]).filter((sha1) => sha1 !== undefined)
}
