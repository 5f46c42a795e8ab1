import type {LakeDocument} from '../../document.ts'
import type {Narrowing, SortKey} from '../../query/documentSource.ts'
import type {Database, SqlValue} from '../database/openDatabase.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import {indexEntriesOf, isIndexedPath} from '../indexes/indexEntriesOf.ts'
import {cutMark} from '../indexes/indexValue.ts'
import {among, type Condition, few, type Sql} from '../tables/condition.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import type {KeptKeys} from './createKeptKeys.ts'
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
 * Reads documents in the order of an attribute from the value index. Documents without an indexed value (missing, null, objects) are equals that
 * come last, or first when descending.
 */
export function createSortedKeys({database, context, kept, recent, revision, get}: SortedKeysOptions): SortedKeys {
  const cut = database.prepare<{found: number}>(
    `SELECT 1 AS found FROM document_values WHERE path = ? AND value LIKE '%' || ? LIMIT 1`,
  )
  /** When no value at a path was cut short. */
  const wholeAt = new Map<string, number>()

  function valuesOf(id: string, path: string): SqlValue[] {
    const document = get(id)
    if (document === undefined) return []
    return indexEntriesOf(document).values.flatMap((entry) => (entry.path === path ? [entry.value] : []))
  }

  /** Whether the index lacks the end of some value at the path, and with it the order. */
  function isCut(path: string, key: number): boolean {
    const known = wholeAt.get(path)
    if (known === revision()) return false
    const changed = known === undefined ? undefined : recent.since(known)
    const found = changed
      ? changed.some(({id}) => valuesOf(id, path).some((value) => typeof value === 'string' && value.endsWith(cutMark)))
      : cut.get(key, cutMark) !== undefined
    if (found) wholeAt.delete(path)
    else wholeAt.set(path, revision())
    return found
  }

  /** Those of the right type are looked at first: they are kept for all conditions, and mostly none or few. */
  function withoutValue(condition: Condition, types: Condition, path: string, key: number): readonly DocumentKey[] {
    const possible = lacking(types, path, key)
    if (possible.length === 0 || condition.sql === types.sql) return possible
    if (possible.length > few) return lacking(condition, path, key)
    const part = among(possible)
    return database
      .prepare<DocumentKey>(
        `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND ${part.sql} AND (${condition.sql}) ORDER BY d.id`,
      )
      .all(context.dataset, ...part.parameters, ...condition.parameters)
  }

  function lacking(condition: Condition, path: string, key: number): readonly DocumentKey[] {
    return kept.of(JSON.stringify([condition, key]), (some) => {
      const part = among(some)
      const found = database
        .prepare<DocumentKey>(
          `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND ${part.sql} AND (${condition.sql})
           ${some ? '' : 'AND d.pk NOT IN (SELECT document FROM document_values WHERE path = ?)'} ORDER BY d.id`,
        )
        .all(context.dataset, ...part.parameters, ...condition.parameters, ...(some ? [] : [key]))
      return some ? found.filter(({id}) => valuesOf(id, path).length === 0) : found
    })
  }

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
    if (direction === 'desc') yield* withoutValue(condition, types, path, key)
    yield* withValue(condition, key, direction, {sql: '1', parameters: []})
    if (direction === 'asc') yield* withoutValue(condition, types, path, key)
  }

  /** Whether an index leaves so few documents that reading and sorting them is quicker than walking along the order to meet them. */
  function leavesFew({keys}: Condition): boolean {
    if (keys?.areFew !== undefined) return keys.areFew
    if (keys === undefined) return false
    const count = `SELECT count(*) AS count FROM (SELECT 1 FROM (${keys.sql}) LIMIT ${few})`
    return (database.prepare<{count: number}>(count).get(...keys.parameters)?.count ?? 0) < few
  }

  return {
    leavesFew: (narrowing) => leavesFew(narrowingSql(narrowing, context)),
    read(narrowing, sortKey) {
      const {path} = sortKey
      const key = isIndexedPath(path) ? context.pathKey(path) : undefined
      if (key === undefined) return undefined
      return isCut(path, key) || leavesFew(narrowingSql(splitRange(narrowing, path).rest, context))
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
