import type {Dataset} from '../dataset.ts'
import type {BlobStore} from './blobStore.ts'

export interface BlobRemover {
  /**
   * Removes those of the blobs that nothing names any more: a file of the same bytes as an image, or an asset of
   * another dataset, keeps its blob. While blobs are held, this waits.
   */
  remove(hashes: Iterable<string>): void
  /** Keeps every blob until the returned function is called, e.g. while a copy of the documents is being made. */
  hold(): () => void
}

/** A process that ends while blobs are held leaves some that nobody names: wasted space, and no document without its blob. */
export function createBlobRemover(
  blobs: BlobStore,
  datasets: () => readonly Pick<Dataset, 'idsWithPrefix'>[],
): BlobRemover {
  const waiting = new Set<string>()
  let holders = 0

  const isNamed = (sha1: string): boolean =>
    datasets().some((dataset) =>
      [`image-${sha1}-`, `file-${sha1}-`].some((prefix) => dataset.idsWithPrefix(prefix).length > 0),
    )
  const removeWaiting = (): void => {
    if (holders > 0) return
    for (const sha1 of waiting) if (!isNamed(sha1)) blobs.remove(sha1)
    waiting.clear()
  }

  return {
    remove(hashes) {
      for (const sha1 of hashes) waiting.add(sha1)
      removeWaiting()
    },
    hold() {
      holders += 1
      let isHeld = true
      return () => {
        if (isHeld) holders -= 1
        isHeld = false
        removeWaiting()
      }
    },
  }
}
