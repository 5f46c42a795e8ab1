import type {LakeDocument} from '../document.ts'
import {isPublishedId, isVersionId, publishedIdOf} from '../documentIds.ts'
import {compareValues} from './compareValues.ts'
import type {Cells, CountScope, DocumentSource} from './documentSource.ts'
import {satisfiesNarrowing} from './satisfiesNarrowing.ts'
import {setAt} from './setAt.ts'
import {valueAt} from './valueAt.ts'

/**
 * Documents in memory as a source of queries: listeners use it for one document, tests for many.
 * Its narrowings are exact, which shows at once where a query narrows too much.
 */
export function arraySource(documents: readonly LakeDocument[]): DocumentSource {
  const sorted = documents.toSorted((left, right) => (left._id < right._id ? -1 : Number(left._id > right._id)))
  const byId = new Map(sorted.map((document) => [document._id, document]))
  return {
    revision: 0,
    get: (id) => byId.get(id),
    has: (id) => byId.has(id),
    candidates(narrowing, attributes) {
      const found = sorted.filter((document) => satisfiesNarrowing(document, narrowing))
      return attributes ? found.map((document) => partOf(document, attributes)) : found
    },
    ordered(narrowing, {path, direction}, attributes) {
      const found = sorted
        .filter((document) => satisfiesNarrowing(document, narrowing))
        .sort((left, right) => {
          const compared = compareValues(valueAt(left, path), valueAt(right, path))
          return direction === 'asc' ? compared : -compared
        })
      return attributes ? found.map((document) => partOf(document, attributes)) : found
    },
    rows(type) {
      const documents = sorted.filter((document) => type === undefined || document._type === type)
      const column = (path: string): Cells | undefined => {
        const cells = documents.map((document) => valueAt(document, path) ?? null)
        return cells.some((cell) => typeof cell === 'object' && cell !== null) ? undefined : cells
      }
      return {
        ids: documents.map(({_id}) => _id),
        isHidden: () => false,
        column,
        texts: (path, spell) => column(path)?.map(spell),
        sorted({path, direction}) {
          const cells = column(path)
          const sign = direction === 'asc' ? 1 : -1
          return cells && [...cells.keys()].sort((left, right) => sign * compareValues(cells[left], cells[right]))
        },
        *read(rows, attributes) {
          for (const row of rows) {
            const document = documents[row]
            if (document) yield attributes ? partOf(document, attributes) : document
          }
        },
      }
    },
    leavesFew: () => false,
    count: (narrowing, scope) =>
      sorted.filter(({_id}) => isInScope[scope](_id)).filter((document) => satisfiesNarrowing(document, narrowing))
        .length,
  }
}

const isInScope: Record<CountScope, (id: string) => boolean> = {
  all: () => true,
  unversioned: (id) => !isVersionId(id),
  published: (id) => publishedIdOf(id) === id,
  public: isPublishedId,
}

/** No more than a reader may rely on, which shows at once where a query reads what it did not name. */
function partOf(document: LakeDocument, attributes: readonly string[]): LakeDocument {
  const {_id, _type, _rev, _createdAt, _updatedAt} = document
  const part = {_id, _type, _rev, _createdAt, _updatedAt}
  for (const path of attributes) {
    const value = valueAt(document, path) ?? null
    if (value !== null) setAt(part, path, value)
  }
  return part
}
