import {type ExprNode, unparse} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {QueryExecutionError} from '../errors.ts'
import {prepareRaw} from '../query/evaluateRaw.ts'
import {parseQuery, type QueryParams} from '../query/parsing/parseQuery.ts'
import {defaultLimits} from '../query/queryBudget.ts'
import {type Allowance, longestLook} from './createAllowance.ts'
import {oneDocument} from './oneDocument.ts'

export type Filter = (document: LakeDocument) => boolean

/**
 * Whether a listener's query selects a document, looking at that document alone: as on the hosted service, joins and sub-queries in a listener see
 * nothing else, and of the query only its filter counts (https://www.sanity.io/docs/http-reference/listen), not what is ordered, sliced, projected or
 * counted of it. `identity` is what `identity()` gives. It takes no longer than `allowance` says. The common `_id in $ids`, `_id == …` and `_type == …` are answered without GROQ.
 *
 * @throws QueryParseError, QueryExecutionError for a function that the lake has not, or a filter that is too long or takes too long
 */
export function compileFilter(query: string, params: QueryParams, identity: string, allowance: Allowance): Filter {
  const whole = parseQuery(query, params)
  const tree = documentsOf(whole) ?? whole
  const selected = tree === whole ? query : unparse(tree)
  const fast = fastFilter(tree, params)
  if (fast !== undefined) return fast
  if (selected.length > longestFilter) {
    throw new QueryExecutionError(`The filter of a listener is longer than ${longestFilter} characters`)
  }
  const ask = prepareRaw({query: selected, params, identity})
  const look = (document: LakeDocument, milliseconds: number): boolean =>
    selects(ask({source: oneDocument(document), limits: {...defaultLimits, milliseconds}}))
  // As any query, whoever asks waits for this one: it is read here, and refused if it takes long whatever the document.
  look(probe, longestLook)
  return (document) => allowance.use((milliseconds) => look(document, milliseconds))
}

/** Of what is kept for each listener: a hundred times as many bytes, custom functions expanded. */
const longestFilter = 16 * 1024

const probe: LakeDocument = {_id: 'probe', _type: 'probe', _rev: '', _createdAt: '', _updatedAt: ''}

function selects(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : result !== null && result !== undefined && result !== false
}

/** The filters of `*` that a query begins with; undefined for a query that is made of something else. */
function documentsOf(node: ExprNode): ExprNode | undefined {
  if (isFilter(node)) return node
  switch (node.type) {
    case 'AccessAttribute':
      return node.base && documentsOf(node.base)
    case 'FuncCall':
      return node.args[0] && documentsOf(node.args[0])
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Filter':
    case 'FlatMap':
    case 'Group':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
    case 'Slice':
      return documentsOf(node.base)
    default:
      return undefined
  }
}

function isFilter(node: ExprNode): boolean {
  return node.type === 'Everything' || (node.type === 'Filter' && isFilter(node.base))
}

function fastFilter(tree: ExprNode, params: QueryParams): Filter | undefined {
  if (tree.type === 'Everything') return () => true
  if (tree.type !== 'Filter' || tree.base.type !== 'Everything' || tree.expr.type !== 'OpCall') return undefined
  const {op, left, right} = tree.expr
  if (op !== 'in' && op !== '==') return undefined
  if (left.type !== 'AccessAttribute' || left.base !== undefined || (left.name !== '_id' && left.name !== '_type')) {
    return undefined
  }
  const value = constantOf(right, params)
  const {name} = left
  if (op === '==') return typeof value === 'string' ? (document) => document[name] === value : undefined
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined
  const wanted = new Set<unknown>(value)
  return (document) => wanted.has(document[name])
}

function constantOf(node: ExprNode, params: QueryParams): unknown {
  if (node.type === 'Value') return node.value
  if (node.type === 'Parameter') return params[node.name]
  if (node.type !== 'Array') return undefined
  const items = node.elements.map((element) => (element.isSplat ? undefined : constantOf(element.value, params)))
  return items.includes(undefined) ? undefined : items
}
