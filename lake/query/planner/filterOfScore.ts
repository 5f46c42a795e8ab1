import type {ExprNode} from 'groq-js'
import {isTextQuery} from '../functions/rewriteMatch.ts'
import {someNode} from '../groqTree.ts'
import {someTermOf} from './someTerm.ts'

/**
 * A filter on the result of `score(…args)` as a filter on what was scored: `_score > 0` means that one of the conditions is met.
 * Any other filter stays what it is; what it says of `_score` narrows nothing.
 */
export function filterOfScore(filter: ExprNode, args: readonly ExprNode[]): ExprNode {
  if (filter.type === 'Group') return filterOfScore(filter.base, args)
  if (filter.type === 'And') {
    return {...filter, left: filterOfScore(filter.left, args), right: filterOfScore(filter.right, args)}
  }
  const conditions = isPositiveScore(filter) ? args.map(conditionOf) : []
  return (
    conditions.reduceRight<ExprNode | undefined>(
      (right, left) => (right ? {type: 'Or', left, right} : left),
      undefined,
    ) ?? filter
  )
}

function isPositiveScore(filter: ExprNode): boolean {
  return (
    filter.type === 'OpCall' &&
    filter.op === '>' &&
    filter.left.type === 'AccessAttribute' &&
    filter.left.base === undefined &&
    filter.left.name === '_score' &&
    filter.right.type === 'Value' &&
    typeof filter.right.value === 'number' &&
    filter.right.value >= 0
  )
}

/** When something scores more than 0; in parentheses as `compileScore` counts it. */
function conditionOf(arg: ExprNode): ExprNode {
  switch (arg.type) {
    case 'Or':
    case 'And':
      return {...arg, left: conditionOf(arg.left), right: conditionOf(arg.right)}
    case 'Group':
      return someNode(arg.base, isTextQuery) ? conditionOf(arg.base) : arg
    case 'OpCall':
      return arg.op === 'match' && !isTextQuery(arg.right) ? someTermOf(arg.left, arg.right) : arg
    case 'FuncCall':
      return arg.name === 'boost' && arg.args[0] ? conditionOf(arg.args[0]) : arg
    default:
      return arg
  }
}
