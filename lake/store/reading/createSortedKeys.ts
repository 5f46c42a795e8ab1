import type {LakeDocument} from '../../document.ts'
import type {Narrowing, SortKey} from '../../query/documentSource.ts'
import type {Database} from '../database/openDatabase.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import {isIndexedPath} from '../indexes/indexEntriesOf.ts'
import type {Condition, Sql} from '../tables/condition.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {createCutPaths} from './createCutPaths.ts'
import type {KeptKeys} from './createKeptKeys.ts'
import {createLackingKeys} from './createLackingKeys.ts'
import {leavesFew} from './leavesFew.ts'
import {type NarrowingContext, narrowingSql, valueBounds} from './narrowingSql.ts'

/** Rows of the first page; each following one is four times as long: lists want few. */
const firstPage = 64

export interface SortedKeys {
  /** Keys of the documents that satisfy the narrowing, in the order of `DocumentSource.ordered`. Undefined when the index does not hold that order. */
  read(narrowing: Narrowing, key: SortKey): Iterable<DocumentKey> | undefined
  /** See `DocumentSource.leavesFew`. */
  leavesFew(narrowing: Narrowing): boolean
}

export interface SortedKeysOptions {
  database: Database
  context: NarrowingContext
  kept: KeptKeys
  recent: RecentChanges
  revision(): number
  get(id: string): LakeDocument | undefined
}

/**
 * Reads documents in the order of an attribute from the value index. Documents without an indexed value are equals that come last, or first when
 * descending.
 */
export function createSortedKeys({database, context, kept, recent, revision, get}: SortedKeysOptions): SortedKeys {
  const isCut = createCutPaths({database, recent, revision, get})
  const lacking = createLackingKeys({database, dataset: context.dataset, kept, get})

  function* withValue(
    {sql, parameters}: Condition,
    path: number,
    direction: 'asc' | 'desc',
    bounds: Sql,
  ): Generator<DocumentKey> {
    const page = database.prepare<DocumentKey>(
      `SELECT d.pk, d.id FROM document_values v CROSS JOIN documents d ON d.pk = v.document
       WHERE v.path = ? AND ${bounds.sql} AND d.dataset = ? AND (${sql})
       ORDER BY v.value ${direction === 'asc' ? 'ASC' : 'DESC'}, d.id LIMIT ? OFFSET ?`,
    )
    for (let [size, offset] = [firstPage, 0]; ; offset += size, size *= 4) {
      const keys = page.all(path, ...bounds.parameters, context.dataset, ...parameters, size, offset)
      yield* keys
      if (keys.length < size) return
    }
  }

  function* read(narrowing: Narrowing, {path, direction}: SortKey, key: number): Generator<DocumentKey> {
    const {range, rest} = splitRange(narrowing, path)
    const condition = narrowingSql(rest, context)
    const types = narrowingSql({kind: 'and', of: rest.of.filter(({kind}) => kind === 'types')}, context)
    // A range leaves out what has no value; it is read from its end of the index.
    if (range !== undefined) return yield* withValue(condition, key, direction, valueBounds(range, 'v.value'))
    if (direction === 'desc') yield* lacking.of(path, key, condition, types)
    yield* withValue(condition, key, direction, {sql: '1', parameters: []})
    if (direction === 'asc') yield* lacking.of(path, key, condition, types)
  }

  return {
    leavesFew: (narrowing) => leavesFew(database, narrowingSql(narrowing, context)),
    read(narrowing, sortKey) {
      const {path} = sortKey
      const key = isIndexedPath(path) ? context.pathKey(path) : undefined
      if (key === undefined) return undefined
      return isCut(path, key) || leavesFew(database, narrowingSql(splitRange(narrowing, path).rest, context))
        ? undefined
        : read(narrowing, sortKey, key)
    },
  }
}

type Range = Extract<Narrowing, {kind: 'range'}>

/** Takes a range of the path out of a narrowing: what the index is sorted by can be read from where the range begins. */
function splitRange(
  narrowing: Narrowing,
  path: string,
): {range: Range | undefined; rest: Extract<Narrowing, {kind: 'and'}>} {
  const parts = narrowing.kind === 'and' ? narrowing.of : [narrowing]
  const range = parts
    .filter((part) => part.kind === 'range')
    .find((part) => part.path === path && (part.from !== undefined || part.to !== undefined))
  return {range, rest: {kind: 'and', of: parts.filter((part) => part !== range)}}
}
