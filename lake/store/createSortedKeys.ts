import type {SortKey} from '../query/documentSource.ts'
import type {DocumentKey} from './documentTable.ts'
import {isIndexedPath} from './indexEntriesOf.ts'
import {cutMark} from './indexValue.ts'
import type {Condition, NarrowingContext} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'

/** Rows of the first page; each following one is four times as long: lists want few. */
const firstPage = 64

export interface SortedKeys {
  /** Keys of the documents that satisfy the condition, in the order of `DocumentSource.ordered`. Undefined when the index does not hold that order. */
  read(condition: Condition, key: SortKey): Iterable<DocumentKey> | undefined
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

  function* withValue({sql, parameters}: Condition, path: number, direction: 'asc' | 'desc'): Generator<DocumentKey> {
    const page = database.prepare<DocumentKey>(
      `SELECT d.pk, d.id FROM document_values v CROSS JOIN documents d ON d.pk = v.document
       WHERE v.path = ? AND d.dataset = ? AND (${sql})
       ORDER BY v.value ${direction === 'asc' ? 'ASC' : 'DESC'}, d.id LIMIT ? OFFSET ?`,
    )
    for (let [size, offset] = [firstPage, 0]; ; offset += size, size *= 4) {
      const keys = page.all(path, context.dataset, ...parameters, size, offset)
      yield* keys
      if (keys.length < size) return
    }
  }

  function* read(condition: Condition, path: number, direction: 'asc' | 'desc'): Generator<DocumentKey> {
    if (direction === 'desc') yield* withoutValue(condition, path)
    yield* withValue(condition, path, direction)
    if (direction === 'asc') yield* withoutValue(condition, path)
  }

  return {
    read(condition, {path, direction}) {
      const key = isIndexedPath(path) ? context.pathKey(path) : undefined
      if (key === undefined) return undefined
      const isCut = once(
        `cut ${key}`,
        () => cut.get(key, cutMark) !== undefined,
        (value) => typeof value === 'boolean',
      )
      return isCut ? undefined : read(condition, key, direction)
    },
  }
}
