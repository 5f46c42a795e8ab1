import type {DocumentSource, Narrowing} from '../../query/documentSource.ts'

/**
 * A source whose indexes are brought up to date before they are asked.
 *
 * @param follow returns false when that cannot be done: then every document is looked at
 */
export function followedSource(source: Required<DocumentSource>, follow: () => boolean): Required<DocumentSource> {
  const {get, has, count, counted, candidates, ordered, rows, leavesFew} = source
  return {
    get revision() {
      return source.revision
    },
    get,
    has,
    count,
    counted,
    candidates: (narrowing, attributes) =>
      candidates(isIndexed(narrowing) && !follow() ? withoutIndexes(narrowing) : narrowing, attributes),
    ordered: (narrowing, key, attributes) => (follow() ? ordered(narrowing, key, attributes) : undefined),
    rows: (type, known) => (follow() ? rows(type, known) : undefined),
    leavesFew: (narrowing) => (!isIndexed(narrowing) || follow()) && leavesFew(narrowing),
  }
}

/** Whether it is answered from the indexes of values or references. */
function isIndexed(narrowing: Narrowing): boolean {
  if (narrowing.kind === 'and' || narrowing.kind === 'or') return narrowing.of.some(isIndexed)
  return narrowing.kind === 'equals' || narrowing.kind === 'range' || narrowing.kind === 'references'
}

function withoutIndexes(narrowing: Narrowing): Narrowing {
  if (narrowing.kind === 'and' || narrowing.kind === 'or') return {...narrowing, of: narrowing.of.map(withoutIndexes)}
  return isIndexed(narrowing) ? {kind: 'all'} : narrowing
}
