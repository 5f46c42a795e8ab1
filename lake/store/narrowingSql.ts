import type {Narrowing} from '../query/documentSource.ts'
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
   * tend to be (0 = fewest). The query starts from it: SQLite's planner, left alone, reads all ids in order to save the sort.
   */
  keys?: Sql & {rank: number}
}

/** What a narrowing needs to know besides itself. */
export interface NarrowingContext {
  dataset: number
  /** Key of a path in the value index, or undefined when no document has it. */
  pathKey(path: string): number | undefined
  /** Keys of the documents whose text may hold all the terms, or undefined when the text index cannot tell. */
  textMatches(terms: string[]): Condition | undefined
}

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
  if (!isIndexedPath(path) || (from === undefined && to === undefined)) return always
  const key = context.pathKey(path)
  if (key === undefined) return never
  const {sql, parameters} = valueBounds(narrowing, 'value')
  return byKeys(4, {
    sql: `SELECT document AS pk FROM document_values WHERE path = ? AND ${sql}`,
    parameters: [key, ...parameters],
  })
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
export function byKeys(rank: number, keys: Sql): Condition {
  return {sql: `d.pk IN (${keys.sql})`, parameters: keys.parameters, keys: {...keys, rank}}
}

function both(parts: Condition[]): Condition {
  if (parts.some((part) => part.sql === never.sql)) return never
  const telling = parts.filter((part) => part.sql !== always.sql)
  if (telling.length === 0) return always
  const [best] = telling
    .map((part) => part.keys)
    .filter((keys) => keys !== undefined)
    .sort((a, b) => a.rank - b.rank)
  return {...join(telling, 'AND'), ...(best === undefined ? {} : {keys: best})}
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
  return {...join(possible, 'OR'), keys: union}
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
