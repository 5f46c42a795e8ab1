import {evaluateSync, type ExprNode, type PipeFuncCallNode, type SliceNode} from 'groq-js'
import type {SortKey} from './documentSource.ts'
import type {Evaluation} from './evaluation.ts'
import {nativeCall} from './nativeCall.ts'
import {attributePath} from './planner/attributePath.ts'
import {narrowAll, narrowFilter} from './planner/narrowFilter.ts'
import {Operands} from './planner/operands.ts'
import {isClosed} from './scopeReach.ts'

/** The parameter that holds the documents at hand while a filter is tried on some of them. */
const portion = {type: 'Parameter', name: '\u0000portion'} as const
const readAhead = 16

/**
 * `*[…] | order(path)[a...b]` answered from the source's order: documents are read and filtered portion by portion until `b` are found.
 * `rewrite` makes a parsed expression evaluable; `whole` is the slice so made. Undefined when the slice has another form.
 */
export function firstCall(
  slice: SliceNode,
  rewrite: (node: ExprNode) => ExprNode,
  whole: ExprNode,
): ExprNode | undefined {
  const {base: sorted, left, right} = slice
  if (left < 0 || right < 0 || sorted.type !== 'PipeFuncCall' || !isClosed(slice)) return undefined
  const key = sortKey(sorted)
  const filters = filtersOf(sorted.base)
  if (!key || !filters) return undefined
  const operands = new Operands()
  const plan = narrowAll(filters.map((filter) => narrowFilter(filter, operands)))
  const tried = filters.reduce<ExprNode>((base, expr) => ({type: 'Filter', base, expr: rewrite(expr)}), portion)
  const end = slice.isInclusive ? right + 1 : right
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    const documents = evaluation.view.ordered(narrowing, key)
    if (!documents) return evaluateSync(whole, evaluation.options).data
    evaluation.tags.addNarrowing(narrowing)
    return firstOf(evaluation, documents, tried, end).slice(left, end)
  }, operands.nodes)
}

function firstOf(evaluation: Evaluation, documents: Iterable<unknown>, tried: ExprNode, count: number): unknown[] {
  const found: unknown[] = []
  let next: unknown[] = []
  const tryNext = (): void => {
    const params = {...evaluation.options.params, [portion.name]: next}
    const kept: unknown = evaluateSync(tried, {...evaluation.options, params}).data
    if (Array.isArray(kept)) for (const document of kept) found.push(document)
    next = []
  }
  if (count === 0) return found
  for (const document of documents) {
    evaluation.budget.read()
    next.push(document)
    if (next.length < count - found.length + readAhead) continue
    tryNext()
    if (found.length >= count) return found
  }
  tryNext()
  return found
}

function sortKey({name, args}: PipeFuncCallNode): SortKey | undefined {
  const [arg] = args
  if (name !== 'order' || args.length !== 1 || !arg) return undefined
  const path = attributePath(arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg)
  return path === undefined ? undefined : {path, direction: arg.type === 'Desc' ? 'desc' : 'asc'}
}

/** The filters between the node and `*`, innermost first, or undefined when anything else is between them. */
function filtersOf(node: ExprNode): ExprNode[] | undefined {
  if (node.type === 'Everything') return []
  if (node.type === 'Group') return filtersOf(node.base)
  const inner = node.type === 'Filter' ? filtersOf(node.base) : undefined
  return node.type === 'Filter' && inner ? [...inner, node.expr] : undefined
}
