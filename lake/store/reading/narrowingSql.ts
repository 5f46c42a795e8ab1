import type {Narrowing} from '../../query/documentSource.ts'
import type {SqlValue} from '../database/createStatements.ts'
import {isIndexedPath} from '../indexes/indexEntriesOf.ts'
import {indexValue, type Scalar} from '../indexes/indexValue.ts'
import {afterPrefix} from '../tables/afterPrefix.ts'
import {always, both, byKeys, type Condition, either, never, placeholders, type Sql} from '../tables/condition.ts'

/** What a narrowing needs to know besides itself. */
export interface NarrowingContext {
  dataset: number
  /** Key of a path in the value index, or undefined when no document has it. */
  pathKey(path: string): number | undefined
  /** Keys of the documents whose text may hold all the terms, or undefined when the text index cannot tell. */
  textMatches(terms: string[]): Condition | undefined
}

/** SQL that is true for every document of the narrowing, and perhaps for more. */
export function narrowingSql(narrowing: Narrowing, context: NarrowingContext): Condition {
  switch (narrowing.kind) {
    case 'all':
      return always
    case 'ids':
      return {sql: 'd.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(narrowing.ids)]}
    case 'idPrefix':
      return {sql: 'd.id >= ? AND d.id < ?', parameters: [narrowing.prefix, afterPrefix(narrowing.prefix)]}
    case 'versionsOf':
      return byKeys(0, versionsOf(narrowing.id, context.dataset))
    case 'types':
      return isIn('d.type', narrowing.types)
    case 'equals':
      return equals(narrowing.path, narrowing.values, context)
    case 'range':
      return range(narrowing, context)
    case 'references':
      return byKeys(1, {
        sql: 'SELECT document AS pk FROM document_references WHERE dataset = ? AND target IN (SELECT value FROM json_each(?))',
        parameters: [context.dataset, JSON.stringify(narrowing.ids)],
      })
    case 'text':
      return context.textMatches(narrowing.terms) ?? always
    case 'and':
      return both(narrowing.of.map((part) => narrowingSql(part, context)))
    case 'or':
      return either(narrowing.of.map((part) => narrowingSql(part, context)))
  }
}

/**
 * The names of releases are found by leaping from one to the next in the index of ids, so that the versions of other documents cost nothing:
 * `prefix` is `versions.<name>.`, and `/` is the character after the dot.
 */
function versionsOf(id: string, dataset: number): Sql {
  const prefixOf = `substr(id, 1, instr(substr(id, 10), '.') + 9)`
  // `versions.x` without a second dot is a name like any other.
  const isVersion = `id < 'versions/' AND instr(substr(id, 10), '.') > 0`
  return {
    sql: `SELECT pk FROM documents WHERE dataset = ? AND id IN (
      WITH RECURSIVE
        first (id) AS (SELECT min(id) FROM documents WHERE dataset = ? AND id >= 'versions.' AND ${isVersion}),
        releases (prefix) AS (
          SELECT ${prefixOf} FROM first WHERE id IS NOT NULL
          UNION ALL
          SELECT (
            SELECT ${prefixOf} FROM documents
            WHERE dataset = ? AND id >= substr(prefix, 1, length(prefix) - 1) || '/' AND ${isVersion} ORDER BY id LIMIT 1
          ) FROM releases WHERE prefix IS NOT NULL
        )
      SELECT prefix || ? FROM releases WHERE prefix IS NOT NULL
      UNION ALL VALUES (?), (?))`,
    parameters: [dataset, dataset, dataset, id, id, `drafts.${id}`],
  }
}

function equals(path: string, values: Scalar[], context: NarrowingContext): Condition {
  const strings = values.filter((value) => typeof value === 'string')
  if (path === '_id') return narrowingSql({kind: 'ids', ids: strings}, context)
  if (path === '_type') return narrowingSql({kind: 'types', types: strings}, context)
  if (path.endsWith('._ref')) return narrowingSql({kind: 'references', ids: strings}, context)
  if (!isIndexedPath(path)) return always
  const keys = [context.pathKey(path), context.pathKey(`${path}[]`)].filter((key) => key !== undefined)
  if (keys.length === 0 || values.length === 0) return never
  const {sql, parameters} = isIn('value', values.map(indexValue))
  return byKeys(typeof values[0] === 'string' ? 0 : 3, {
    sql: `SELECT document AS pk FROM document_values WHERE path IN (${placeholders(keys.length)}) AND ${sql}`,
    parameters: [...keys, ...parameters],
  })
}

/** A statement has room for 32,766 parameters: more values than this go in as one. */
const mostPlaceholders = 500

function isIn(column: string, values: readonly SqlValue[]): Sql {
  if (values.length <= mostPlaceholders) {
    return {sql: `${column} IN (${placeholders(values.length)})`, parameters: [...values]}
  }
  // Booleans are blobs in the index, which JSON cannot hold; there are two at most.
  const bytes = [...new Set(values.filter((value) => typeof value === 'object'))]
  const list = JSON.stringify(values.filter((value) => typeof value !== 'object'))
  const isListed = `${column} IN (SELECT value FROM json_each(?))`
  if (bytes.length === 0) return {sql: isListed, parameters: [list]}
  const some = isIn(column, bytes)
  return {sql: `(${isListed} OR ${some.sql})`, parameters: [list, ...some.parameters]}
}

function range(narrowing: Range, context: NarrowingContext): Condition {
  const {path, from, to} = narrowing
  if (path === '_id') return idRange(from, to)
  if (!isIndexedPath(path) || (from === undefined && to === undefined)) return always
  const key = context.pathKey(path)
  if (key === undefined) return never
  const {sql, parameters} = valueBounds(narrowing, 'value')
  return byKeys(4, {
    sql: `SELECT document AS pk FROM document_values WHERE path = ? AND ${sql}`,
    parameters: [key, ...parameters],
  })
}

/** The index of ids is no value index, and holds nothing but text. */
function idRange(from: string | number | undefined, to: string | number | undefined): Condition {
  if (typeof from === 'number' || typeof to === 'number') return never
  const bounds = [...(from === undefined ? [] : ['d.id >= ?']), ...(to === undefined ? [] : ['d.id <= ?'])]
  if (bounds.length === 0) return always
  return {sql: bounds.join(' AND '), parameters: [from, to].filter((bound) => bound !== undefined)}
}

type Range = Extract<Narrowing, {kind: 'range'}>

/** A range as a condition on a column of the value index. */
export function valueBounds({from, to}: Range, column: string): Sql {
  const conditions = ['1']
  const parameters: SqlValue[] = []
  if (from !== undefined) {
    conditions.push(`${column} >= ?`)
    parameters.push(indexValue(from))
  }
  if (to !== undefined) {
    conditions.push(`${column} <= ?`)
    parameters.push(indexValue(to))
  }
  // Numbers come before strings and booleans after them: an open end stays within the type of the other.
  if (typeof from === 'number' && to === undefined) conditions.push(`${column} < ''`)
  if (typeof to === 'string' && from === undefined) conditions.push(`${column} >= ''`)
  if (typeof from === 'string' && to === undefined) conditions.push(`${column} < x''`)
  return {sql: conditions.join(' AND '), parameters}
}
