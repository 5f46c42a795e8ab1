/** What tells a document that came from a file from its copies. */
export interface Origin {
  /** Without `drafts.`. */
  id: string
  path?: string | undefined
  /** ISO 8601; of the first of its versions. */
  created: string
}

/**
 * Ids of the documents that say they come from a file which another one comes from: a script or a plug-in copied that
 * one as a whole. The oldest of those that name one file is the original, of one moment the one whose id comes first; the others
 * are pages without a file. Where the original was deleted, the oldest copy is the page of its file.
 */
export function findCopies(documents: Iterable<Origin>): Set<string> {
  const originals = new Map<string, Origin>()
  const copies = new Set<string>()
  for (const document of documents) {
    const {path} = document
    if (path === undefined) continue
    const other = originals.get(path)
    const isOriginal = other === undefined || isOlder(document, other)
    if (isOriginal) originals.set(path, document)
    if (other !== undefined) copies.add(isOriginal ? other.id : document.id)
  }
  return copies
}

function isOlder(one: Origin, other: Origin): boolean {
  return one.created === other.created ? one.id < other.id : one.created < other.created
}
