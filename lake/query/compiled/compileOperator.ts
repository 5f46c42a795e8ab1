import type {ExprNode, OpCallNode} from 'groq-js'
import {isTextQueryMetByAll, isWholeDocument, matchCall} from '../functions/rewriteMatch.ts'
import {withTwo} from './combine.ts'
import {comparisons} from './comparisons.ts'
import type {Compiled, CompileScope} from './compilation.ts'
import {isConstant} from './isConstant.ts'

/** `==`, `in`, `<`, `-`, `match` and the like. `+` is left to groq-js: it also joins arrays, objects and times. */
export function compileOperator(node: OpCallNode, scope: CompileScope): Compiled | undefined {
  if (node.op === 'match') {
    const {call, right} = matchCall(node)
    return (
      right &&
      withMatch(
        node.left,
        right,
        scope,
        (left, pattern) => (item, run) => call(run.evaluation, left(item, run), pattern(item, run)),
      )
    )
  }
  const compare = comparisons[node.op]
  if (!compare) return undefined
  const isCounted = node.op === 'in' && !scope.isDocument
  return withTwo(node.left, node.right, scope, (left, right) => (item, run) => {
    const list = right(item, run)
    if (isCounted) run.evaluation.budget.look(list)
    return compare(left(item, run), list)
  })
}

/** `@ match text::query($word)` looks at the whole document, but for the lone `*`. */
function withMatch(
  left: ExprNode,
  right: ExprNode,
  scope: CompileScope,
  make: (left: Compiled, right: Compiled) => Compiled,
): Compiled | undefined {
  const pattern = scope.compile(right, scope)
  if (!pattern) return undefined
  const isCovered = scope.isDocument && isWholeDocument(left) && isConstant(right)
  if (isCovered) scope.compilation.wholes.push((run) => !isTextQueryMetByAll(run.evaluation, pattern(null, run)))
  const value = scope.compile(left, isCovered ? {...scope, isCovered} : scope)
  return value && make(value, pattern)
}
