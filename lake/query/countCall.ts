import type {ExprNode} from 'groq-js'
import {readCandidates} from './evaluation.ts'
import {nativeCall} from './nativeCall.ts'
import {narrowFilter} from './planner/narrowFilter.ts'
import {Operands} from './planner/operands.ts'

/**
 * `count(*[_type == …])` answered without evaluating the filter, by the source's index where it has one. Undefined for any other argument; the call
 * gives null where the types turn out not to be plain strings.
 */
export function countCall(argument: ExprNode): ExprNode | undefined {
  const filter = argument.type === 'Filter' && argument.base.type === 'Everything' ? argument.expr : undefined
  if (!filter || !isTypeCondition(filter)) return undefined
  const operands = new Operands()
  const plan = narrowFilter(filter, operands)
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    if (narrowing.kind !== 'types') return null
    evaluation.tags.addNarrowing(narrowing)
    const types: ReadonlySet<string> = new Set(narrowing.types)
    const counted = evaluation.view.count(narrowing)
    if (counted !== undefined) return counted
    let count = 0
    for (const document of readCandidates(evaluation, narrowing)) if (types.has(document._type)) count += 1
    return count
  }, operands.nodes)
}

function isTypeCondition(node: ExprNode): boolean {
  if (node.type === 'Group') return isTypeCondition(node.base)
  return (
    node.type === 'OpCall' &&
    (node.op === '==' || node.op === 'in') &&
    node.left.type === 'AccessAttribute' &&
    node.left.base === undefined &&
    node.left.name === '_type'
  )
}
