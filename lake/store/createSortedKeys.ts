import type {Narrowing, SortKey} from '../query/documentSource.ts'
import type {DocumentKey} from './documentTable.ts'
import {isIndexedPath} from './indexEntriesOf.ts'
import {cutMark} from './indexValue.ts'
import {type Condition, type NarrowingContext, narrowingSql, type Sql, valueBounds} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'

/** Rows of the first page; each following one is four times as long: lists want few. */
const firstPage = 64

/** Fewer documents than this are rather sorted than met along the order. */
const few = 500

export interface SortedKeys {
  /** Keys of the documents that satisfy the narrowing, in the order of `DocumentSource.ordered`. Undefined when the index does not hold that order. */
  read(narrowing: Narrowing, key: SortKey): Iterable<DocumentKey> | undefined
}

/**
 * Reads documents in the order of an attribute from the value index. Documents without an indexed value (missing, null, objects) are equals that
 * come last, or first when descending. `revision` tells when what was found out about a path no longer holds.
 */
export function createSortedKeys(database: Database, context: NarrowingContext, revision: () => number): SortedKeys {
  const cut = database.prepare<{found: number}>(
    `SELECT 1 AS found FROM document_values WHERE path = ? AND value LIKE '%' || ? LIMIT 1`,
  )
  const known = new Map<string, unknown>()
  let knownAt = -1

  /** What a query found out, until the next commit. */
  function once<Value>(name: string, find: () => Value, is: (value: unknown) => value is Value): Value {
    if (knownAt !== revision() || known.size > 500) known.clear()
    knownAt = revision()
    const value = known.get(name)
    if (is(value)) return value
    const found = find()
    known.set(name, found)
    return found
  }

  function withoutValue(condition: Condition, path: number): DocumentKey[] {
    return once(
      JSON.stringify([condition, path]),
      () =>
        database
          .prepare<DocumentKey>(
            `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND (${condition.sql})
             AND d.pk NOT IN (SELECT document FROM document_values WHERE path = ?) ORDER BY d.id`,
          )
          .all(context.dataset, ...condition.parameters, path),
      (value): value is DocumentKey[] => Array.isArray(value),
    )
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
    // A range leaves out what has no value; it is read from its end of the index.
    if (range !== undefined) return yield* withValue(condition, key, direction, valueBounds(range, 'v.value'))
    if (direction === 'desc') yield* withoutValue(condition, key)
    yield* withValue(condition, key, direction, {sql: '1', parameters: []})
    if (direction === 'asc') yield* withoutValue(condition, key)
  }

  /** Whether an index leaves so few documents that reading and sorting them is quicker than walking along the order to meet them. */
  function leavesFew({keys}: Condition): boolean {
    if (keys === undefined) return false
    const count = `SELECT count(*) AS count FROM (SELECT 1 FROM (${keys.sql}) LIMIT ${few})`
    return (database.prepare<{count: number}>(count).get(...keys.parameters)?.count ?? 0) < few
  }

  return {
    read(narrowing, sortKey) {
      const {path} = sortKey
      const key = isIndexedPath(path) ? context.pathKey(path) : undefined
      if (key === undefined) return undefined
      const isCut = once(
        `cut ${key}`,
        () => cut.get(key, cutMark) !== undefined,
        (value) => typeof value === 'boolean',
      )
      return isCut || leavesFew(narrowingSql(splitRange(narrowing, path).rest, context))
        ? undefined
        : read(narrowing, sortKey, key)
    },
  }
}

type Range = Extract<Narrowing, {kind: 'range'}>

/** Takes a range of the path out of a narrowing: what the index is sorted by can be read from where the range begins. */
function splitRange(narrowing: Narrowing, path: string): {range: Range | undefined; rest: Narrowing} {
  const parts = narrowing.kind === 'and' ? narrowing.of : [narrowing]
  const range = parts
    .filter((part) => part.kind === 'range')
    .find((part) => part.path === path && (part.from !== undefined || part.to !== undefined))
  return {range, rest: {kind: 'and', of: parts.filter((part) => part !== range)}}
}
