import type {ExprNode} from 'groq-js'
import {BoundedCache} from './boundedCache.ts'
import {someNode} from './groqTree.ts'
import {parseQuery, type QueryParams, requireParams} from './parsing/parseQuery.ts'
import {parseTimeParams} from './parsing/parseTimeParams.ts'
import {rewriteQuery} from './rewriteQuery.ts'

/** A query ready to be run, for all parameters that do not decide its parsing. */
export interface PreparedQuery {
  parsed: ExprNode
  /** The tree with every `*` and every function of ours replaced by native calls. */
  tree: ExprNode
  /** The same for documents that groq-js cannot read: slower. */
  guarded: () => ExprNode
  /** Uses a function that groq-js evaluates only asynchronously (`diff::`, `delta::`). */
  isAsync: boolean
  /** Its value depends on more than the documents and the parameters: the time, or who asks. */
  isVolatile: boolean
  /** Can give values that JSON knows only by their `toJSON`: times and paths. */
  hasRichValues: boolean
}

const cache = new BoundedCache<PreparedQuery>(500)
const longestCached = 16 * 1024

/** Parses and rewrites a query, or takes it from the cache. Throws a QueryParseError, or a QueryExecutionError for a function we lack. */
export function prepareQuery(query: string, params: QueryParams): PreparedQuery {
  const constants = parseTimeParams(query, params)
  const key = `${query}\u0000${JSON.stringify(constants)}`
  const known = cache.get(key)
  const parsed = known?.parsed ?? parseQuery(query, constants)
  requireParams(parsed, query, params)
  if (known) return known
  const prepared = prepare(parsed)
  if (key.length <= longestCached) cache.set(key, prepared)
  return prepared
}

const volatileFunctions = new Set(['global::now', 'global::identity', 'dateTime::now'])
const richFunctions = new Set(['global::dateTime', 'global::path', 'dateTime::now'])

function prepare(parsed: ExprNode): PreparedQuery {
  const calls = (names: ReadonlySet<string>): boolean =>
    someNode(parsed, (node) => node.type === 'FuncCall' && names.has(`${node.namespace}::${node.name}`))
  const isAsync = someNode(
    parsed,
    (node) => node.type === 'FuncCall' && (node.namespace === 'diff' || node.namespace === 'delta'),
  )
  return {
    parsed,
    tree: rewriteQuery(parsed, {hoists: !isAsync, guards: false}),
    guarded: () => rewriteQuery(parsed, {hoists: !isAsync, guards: true}),
    isAsync,
    isVolatile: calls(volatileFunctions),
    hasRichValues: calls(richFunctions),
  }
}
