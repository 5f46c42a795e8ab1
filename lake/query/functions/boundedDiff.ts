import {type ExprNode, type FuncCallNode, isSelectorNested, isSelectorNode, type SelectorNode} from 'groq-js'
import {QueryExecutionError} from '../../errors.ts'
import {type NativeFunction, nativeCall} from '../nativeCall.ts'

/** Most values (items and attributes, at any depth) of one side, times the steps of the selector. */
const mostCompared = 20_000

/**
 * `diff::changedAny` and `diff::changedOnly`, which groq-js evaluates in a time that grows with the square of what is compared, and without a look
 * at the budget: what is too large for that is refused, and conditions in the selector are rewritten as all others.
 */
export function boundedDiff(node: FuncCallNode, rewrite: (condition: ExprNode) => ExprNode): FuncCallNode {
  const [before, after, selector] = node.args
  if (!before || !after || !selector || !isSelectorNode(selector)) return node
  let steps = 0
  const bounded = mapSelector(selector, rewrite, () => (steps += 1))
  const sides = [before, after].map((side) => nativeCall(measured(Math.floor(mostCompared / steps)), [side]))
  return {...node, args: [...sides, bounded]}
}

function measured(most: number): NativeFunction {
  return ({budget}, value) => {
    const size = sizeOf(value, most)
    if (size > most) {
      throw new QueryExecutionError(`diff:: compares at most ${most} values by such a selector`)
    }
    budget.work(size)
    return value
  }
}

/** How many values a value is made of, or somewhat more than `most`. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const inner of Object.values(value)) if (size <= most) size += sizeOf(inner, most - size)
  return size
}

function mapSelector(node: SelectorNode, map: (condition: ExprNode) => ExprNode, step: () => void): SelectorNode {
  step()
  const inner = (one: SelectorNode): SelectorNode => mapSelector(one, map, step)
  switch (node.type) {
    case 'AccessAttribute':
      return node.base ? {...node, base: inner(node.base)} : node
    case 'ArrayCoerce':
    case 'Group':
      return {...node, base: inner(node.base)}
    case 'Filter':
      return {...node, base: inner(node.base), expr: map(node.expr)}
    case 'Tuple':
      return {...node, members: node.members.map(inner)}
    case 'SelectorFuncCall':
      return {...node, arg: map(node.arg)}
    case 'SelectorNested': {
      const nested = inner(node.nested)
      if (!isSelectorNested(nested)) throw new TypeError(`${nested.type} is nested in no selector`)
      return {...node, base: inner(node.base), nested}
    }
  }
}
