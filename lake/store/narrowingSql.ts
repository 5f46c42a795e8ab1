import type {Narrowing} from '../query/documentSource.ts'
import type {DocumentKey} from './documentTable.ts'
import {isIndexedPath} from './indexEntriesOf.ts'
import {indexValue, type Scalar} from './indexValue.ts'
import type {SqlValue} from './openDatabase.ts'

/** SQL and the values of its parameters. */
export interface Sql {
  sql: string
  parameters: SqlValue[]
}

/** A condition over the table `documents d`. */
export interface Condition extends Sql {
  /**
   * A SELECT of the keys (`pk`) of all documents for which the condition can hold, when an index has them, and how few they
   * tend to be (0 = fewest); `rest` is what else must hold for them. The query starts from it: SQLite's planner, left alone, reads all ids in order to save the sort.
   * `areFew` says whether they are fewer than `few`, when that is known already.
   */
  keys?: Sql & {rank: number; rest: Sql; areFew?: boolean}
}

/** What a narrowing needs to know besides itself. */
export interface NarrowingContext {
  dataset: number
  /** Key of a path in the value index, or undefined when no document has it. */
  pathKey(path: string): number | undefined
  /** Keys of the documents whose text may hold all the terms, or undefined when the text index cannot tell. */
  textMatches(terms: string[]): Condition | undefined
}

/** Fewer documents than this are rather read than met on the way along another index. */
export const few = 500

const never: Condition = {sql: '0', parameters: []}
const always: Condition = {sql: '1', parameters: []}

/** SQL that is true for every document of the narrowing, and perhaps for more. */
export function narrowingSql(narrowing: Narrowing, context: NarrowingContext): Condition {
  switch (narrowing.kind) {
    case 'all':
      return always
    case 'ids':
      return {sql: 'd.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(narrowing.ids)]}
    case 'idPrefix':
      return {sql: 'd.id >= ? AND d.id < ?', parameters: [narrowing.prefix, `${narrowing.prefix}\u{10FFFF}`]}
    case 'versionsOf':
      return byKeys(0, versionsOf(narrowing.id, context.dataset))
    case 'types':
      return {
        sql: `d.type IN (${placeholders(narrowing.types.length)})`,
        parameters: narrowing.types,
      }
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
  return byKeys(typeof values[0] === 'string' ? 0 : 3, {
    sql: `SELECT document AS pk FROM document_values WHERE path IN (${placeholders(keys.length)}) AND value IN (${placeholders(values.length)})`,
    parameters: [...keys, ...values.map(indexValue)],
  })
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

/** The condition that a document's key is among those selected. */
export function byKeys(rank: number, keys: Sql & {areFew?: boolean}): Condition {
  return {sql: `d.pk IN (${keys.sql})`, parameters: keys.parameters, keys: {...keys, rank, rest: always}}
}

/** The condition that a document is among some, which costs nothing when they are all. */
export function among(some: readonly DocumentKey[] | undefined): Sql {
  if (some === undefined) return {sql: '1', parameters: []}
  const pks = JSON.stringify(some.map(({pk}) => pk))
  return {sql: 'd.pk IN (SELECT value FROM json_each(?))', parameters: [pks]}
}

function both(parts: Condition[]): Condition {
  if (parts.some((part) => part.sql === never.sql)) return never
  const telling = parts.filter((part) => part.sql !== always.sql)
  if (telling.length === 0) return always
  const [best] = telling
    .filter(({keys}) => keys !== undefined)
    .sort((a, b) => (a.keys?.rank ?? 0) - (b.keys?.rank ?? 0))
  const whole = join(telling, 'AND')
  if (best?.keys === undefined) return whole
  const others = telling.filter((part) => part !== best)
  return {...whole, keys: {...best.keys, rest: join([best.keys.rest, ...others], 'AND')}}
}

function either(parts: Condition[]): Condition {
  if (parts.some((part) => part.sql === always.sql)) return always
  const possible = parts.filter((part) => part.sql !== never.sql)
  if (possible.length === 0) return never
  const keys = possible.map((part) => part.keys).filter((one) => one !== undefined)
  if (keys.length < possible.length) return join(possible, 'OR')
  const union = {
    sql: keys.map((one) => one.sql).join(' UNION '),
    parameters: keys.flatMap((one) => one.parameters),
    rank: Math.max(...keys.map((one) => one.rank)),
  }
  const any = join(possible, 'OR')
  // A part may be more than its keys: the whole condition must hold for the keys of any.
  return {...any, keys: {...union, rest: possible.every(({keys: part}) => part?.rest === always) ? always : any}}
}

function join(parts: Condition[], operator: 'AND' | 'OR'): Sql {
  return {
    sql: parts.map((part) => `(${part.sql})`).join(` ${operator} `),
    parameters: parts.flatMap((part) => part.parameters),
  }
}

function placeholders(count: number): string {
  return Array.from({length: count}, () => '?').join(', ')
}
