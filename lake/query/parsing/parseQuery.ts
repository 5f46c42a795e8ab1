import {type ExprNode, GroqSyntaxError} from 'groq-js'
import type {JsonValue} from '../../document.ts'
import {QueryParseError} from '../../errors.ts'
import {someNode} from '../groqTree.ts'
import {countTokens} from './countTokens.ts'
import {isNestedDeeper} from './isNestedDeeper.ts'
import {parseWithConstructors} from './parseWithConstructors.ts'
import {parsingCost} from './parsingCost.ts'
import {pathsAsTexts} from './pathsAsTexts.ts'
import {readableQuery} from './readableQuery.ts'

export type QueryParams = Record<string, JsonValue>

/** Longest query in UTF-16 units. */
const longestQuery = 256 * 1024
/** Most words, strings and signs of a query, custom functions expanded. */
const mostTokens = 50_000
/** Of `parsingCost`: half a second. */
const highestCost = 80_000_000
/** Signs alone, of so many characters, do not cost more. */
const alwaysCheap = 2_000
/** What is rewritten level by level: the time grows with the square of their number. Operators in a row are one level. */
const deepestQuery = 256

/**
 * Parses a query with groq-js; the parameters given become constants of the tree. Throws a QueryParseError that says where, in offsets of UTF-16
 * units.
 */
export function parseQuery(query: string, constants: QueryParams): ExprNode {
  checkSize(query)
  let tree: ExprNode
  try {
    tree = parseWithConstructors(readableQuery(query), constants)
  } catch (error) {
    throw parseError(error, query)
  }
  if (isNestedDeeper(tree, deepestQuery)) throw tooLarge('is nested too deeply', query)
  return query.includes('path') ? pathsAsTexts(tree) : tree
}

function checkSize(query: string): void {
  if (query.length > longestQuery) throw tooLarge(`is longer than ${longestQuery} characters`, query)
  if ((query.length > mostTokens || query.includes('fn')) && countTokens(query) > mostTokens) {
    throw tooLarge(`has more than ${mostTokens} words and signs`, query)
  }
  if (query.length > alwaysCheap && parsingCost(query) > highestCost) {
    throw tooLarge('has too many operators, attributes or items in one expression', query)
  }
}

function tooLarge(what: string, query: string): QueryParseError {
  return new QueryParseError(`The query ${what}`, query.slice(0, 100), 0, Math.min(query.length, 100))
}

/** Throws a QueryParseError for the first parameter which the query uses and nobody gave. */
export function requireParams(tree: ExprNode, query: string, params: QueryParams): void {
  let missing: string | undefined
  someNode(tree, (node) => {
    if (node.type === 'Parameter' && !Object.hasOwn(params, node.name)) missing = node.name
    return missing !== undefined
  })
  if (missing === undefined) return
  const start = Math.max(query.indexOf(`$${missing}`), 0)
  throw new QueryParseError(`param $${missing} referenced, but not provided`, query, start, start + missing.length + 1)
}

function parseError(error: unknown, query: string): QueryParseError {
  if (error instanceof GroqSyntaxError) return syntaxError(error, query)
  if (error instanceof RangeError) return new QueryParseError('The query is nested too deeply', query, 0, query.length)
  if (!(error instanceof Error)) throw error
  const name = /(?:function|namespace): (\w+)|function (\w+)\(/.exec(error.message)?.slice(1).find(Boolean)
  const at = name ? query.search(new RegExp(`\\b${name}\\b`)) : -1
  return at < 0 || !name
    ? new QueryParseError(error.message, query, 0, query.length)
    : new QueryParseError(error.message, query, at, at + name.length)
}

/** What stands in a query next, behind blanks and comments. */
const nextToken = /^(?:\s|\/\/[^\n]*(?:\n|$))*(?!\/\/)(\w+|\S)/u

/** groq-js says "Unexpected end of query" of whatever it cannot read on from, and the position before it. */
function syntaxError({message, position}: GroqSyntaxError, query: string): QueryParseError {
  const isAnywhere = message.endsWith('Unexpected end of query')
  const [before = '', token = ''] = isAnywhere ? (nextToken.exec(query.slice(position + 1)) ?? []) : []
  if (token === '') {
    const start = Math.max(Math.min(position, query.length - 1), 0)
    return new QueryParseError(message, query, start, start + 1)
  }
  const start = position + 1 + before.length - token.length
  const what = `Syntax error in GROQ query at position ${start}: Unexpected ${JSON.stringify(token)}`
  return new QueryParseError(what, query, start, start + token.length)
}
