import type {ExprNode} from 'groq-js'
import {weightOf} from '../budgetedNodes.ts'
import type {Compiled, CompileScope, Run} from './compilation.ts'
import {isGroqObject} from './plainValues.ts'

/** `base[expr]`: the members for which it is true. */
export function compileFilter(base: ExprNode, expr: ExprNode, scope: CompileScope): Compiled | undefined {
  return overMembers(base, expr, scope, (value, item, kept) => {
    if (value === true) kept.push(item)
  })
}

/** `base[]` with something behind it, e.g. `tags[].label`: one value for each member. */
export function compileMap(base: ExprNode, expr: ExprNode, scope: CompileScope): Compiled | undefined {
  return overMembers(base, expr, scope, (value, _, kept) => kept.push(value))
}

/** The same where each value may be an array, whose members count for themselves. */
export function compileFlatMap(base: ExprNode, expr: ExprNode, scope: CompileScope): Compiled | undefined {
  return overMembers(base, expr, scope, (value, _, kept, {evaluation}) => {
    if (!Array.isArray(value)) return void kept.push(value)
    evaluation.budget.make(value)
    for (const member of value) kept.push(member)
  })
}

/** Evaluates `expr` in a scope of its own for each member of the array `base`. */
function overMembers(
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
