import type {SqlValue} from '../database/createStatements.ts'
import type {DocumentKey} from './documentTable.ts'

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

/** Fewer documents than this are quicker to read than to meet on the way along another index. */
export const few = 500

/** No document at all. */
export const never: Condition = {sql: '0', parameters: []}
/** Every document. */
export const always: Condition = {sql: '1', parameters: []}

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

/** All of some conditions. */
export function both(parts: Condition[]): Condition {
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

/** Any of some conditions. */
export function either(parts: Condition[]): Condition {
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

/** So many question marks. */
export function placeholders(count: number): string {
  return Array.from({length: count}, () => '?').join(', ')
}
