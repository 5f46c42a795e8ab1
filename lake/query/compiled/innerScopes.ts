import type {ExprNode} from 'groq-js'
import {weightOf} from '../budgetedNodes.ts'
import type {Compiled, CompileScope, Run} from './compilation.ts'
import {isGroqObject} from './plainValues.ts'

/** Evaluates `expr` in a scope of its own for each member of the array `base`. */
export function overMembers(
  base: ExprNode,
  expr: ExprNode,
  scope: CompileScope,
  collect: (value: unknown, item: unknown, kept: unknown[], run: Run) => void,
): Compiled | undefined {
  const array = scope.compile(base, scope)
  const inner = array && scope.compile(expr, {...scope, isDocument: false})
  const weight = weightOf([expr])
  return (
    inner &&
    ((item, run) => {
      const members = array(item, run)
      if (!Array.isArray(members)) return null
      const kept: unknown[] = []
      run.evaluation.budget.make(members)
      for (const member of members) {
        run.evaluation.budget.work(weight)
        collect(inner(member ?? null, run), member, kept, run)
      }
      return kept
    })
  )
}

/** `base{…}` of one object. */
export function compileProjection(base: ExprNode, expr: ExprNode, scope: CompileScope): Compiled | undefined {
  if (base.type === 'This') {
    const inner = scope.compile(expr, scope)
    return inner && ((item, run) => (isGroqObject(item) ? inner(item, run) : null))
  }
  const object = scope.compile(base, scope)
  const inner = object && scope.compile(expr, {...scope, isDocument: false})
  return (
    inner &&
    ((item, run) => {
      const value = object(item, run)
      return isGroqObject(value) ? inner(value, run) : null
    })
  )
}
