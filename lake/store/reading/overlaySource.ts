import type {LakeDocument} from '../../document.ts'
import type {DocumentSource} from '../../query/documentSource.ts'

/** A source as it will be once the changes are committed: `undefined` stands for a deleted document. */
export function overlaySource(
  source: DocumentSource,
  changed: ReadonlyMap<string, LakeDocument | undefined>,
): DocumentSource {
  return {
    revision: source.revision,
    get: (id) => (changed.has(id) ? changed.get(id) : source.get(id)),
    *candidates(narrowing) {
      const added = [...changed.values()].filter((document) => document !== undefined)
      const rest = added.sort((a, b) => (a._id < b._id ? 1 : -1))
      for (const document of source.candidates(narrowing)) {
        if (changed.has(document._id)) continue
        for (let first = rest.at(-1); first !== undefined && first._id < document._id; first = rest.at(-1)) {
          rest.pop()
          yield first
        }
        yield document
      }
      yield* rest.reverse()
    },
  }
}
