import type {CommittedTransaction, Dataset} from '../dataset.ts'
import type {BlobStore} from './blobStore.ts'

/** The SHA-1 in the id of an asset document, or undefined for any other document. */
function sha1OfAssetId(id: string): string | undefined {
  return /^(?:image|file)-([0-9a-f]{40})-/.exec(id)?.[1]
}

/** Hashes of all blobs that a dataset's documents name. */
export function assetHashes(dataset: Dataset): string[] {
  return ['image-', 'file-']
    .flatMap((prefix) => dataset.idsWithPrefix(prefix))
    .map(sha1OfAssetId)
    .filter((sha1) => sha1 !== undefined)
}

/** Removes the blobs of the asset documents that a transaction deleted, unless another document still names them. */
export function removeDeletedBlobs(
  {changes}: CommittedTransaction,
  datasets: () => readonly Dataset[],
  blobs: BlobStore,
): void {
  const hashes = changes
    .filter(({previous, next}) => previous !== undefined && next === undefined)
    .map(({id}) => sha1OfAssetId(id))
    .filter((sha1) => sha1 !== undefined)
  if (hashes.length > 0) removeBlobs(hashes, datasets(), blobs)
}

/**
 * Removes those of the blobs that nothing names any more: a file of the same bytes as an image, or an asset of another
 * dataset, keeps its blob.
 */
export function removeBlobs(hashes: readonly string[], datasets: readonly Dataset[], blobs: BlobStore): void {
  for (const sha1 of hashes) {
    const prefixes = [`image-${sha1}-`, `file-${sha1}-`]
    const isNamed = datasets.some((dataset) => prefixes.some((prefix) => dataset.idsWithPrefix(prefix).length > 0))
    if (!isNamed) blobs.remove(sha1)
  }
}
