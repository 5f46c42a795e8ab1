import type {CommittedTransaction, Dataset} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'
import type {BlobStore} from './blobStore.ts'

const isAsset = (document: LakeDocument): boolean =>
  document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'

/**
 * Removes the blobs of the asset documents that a transaction deleted, unless another asset (a file of the same bytes as an
 * image, or one of another dataset) still needs them.
 */
export function removeBlobs(transaction: CommittedTransaction, datasets: readonly Dataset[], blobs: BlobStore): void {
  for (const {previous, next} of transaction.changes) {
    if (previous === undefined || next !== undefined || !isAsset(previous)) continue
    const sha1 = previous['sha1hash']
    if (typeof sha1 !== 'string' || !/^[0-9a-f]{40}$/.test(sha1)) continue
    if (!datasets.some((dataset) => hasAsset(dataset, sha1))) blobs.remove(sha1)
  }
}

function hasAsset({source}: Dataset, sha1: string): boolean {
  return [`image-${sha1}-`, `file-${sha1}-`].some((prefix) => {
    for (const document of source.candidates({kind: 'idPrefix', prefix})) {
      if (document._id.startsWith(prefix) && isAsset(document)) return true
    }
    return false
  })
}
