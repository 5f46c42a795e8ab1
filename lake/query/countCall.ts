import type {ExprNode} from 'groq-js'
import type {Narrowing} from './documentSource.ts'
import {type Evaluation, readCandidates} from './evaluation.ts'
import {nativeCall} from './nativeCall.ts'
import {narrowFilter} from './planner/narrowFilter.ts'
import {Operands} from './planner/operands.ts'

/**
 * `count(*)` and `count(*[_type == …])` answered without evaluating the filter, by the source's index where it has one. Undefined for any other
 * argument; the call gives null where the types turn out not to be plain strings.
 */
export function countCall(argument: ExprNode): ExprNode | undefined {
  if (argument.type === 'Everything') return nativeCall((evaluation) => countAll(evaluation, {kind: 'all'}), [])
  const filter = argument.type === 'Filter' && argument.base.type === 'Everything' ? argument.expr : undefined
  if (!filter || !isTypeCondition(filter)) return undefined
  const operands = new Operands()
  const plan = narrowFilter(filter, operands)
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    return narrowing.kind === 'types' ? countAll(evaluation, narrowing) : null
  }, operands.nodes)
}

function countAll(evaluation: Evaluation, narrowing: Extract<Narrowing, {kind: 'all' | 'types'}>): number {
  evaluation.tags.addNarrowing(narrowing)
  const counted = evaluation.view.count(narrowing)
  if (counted !== undefined) return counted
  const types = narrowing.kind === 'types' ? new Set(narrowing.types) : undefined
  let count = 0
  for (const {_type} of readCandidates(evaluation, narrowing, [])) if (types?.has(_type) !== false) count += 1
  return count
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
