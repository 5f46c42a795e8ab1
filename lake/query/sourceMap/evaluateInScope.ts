import {evaluateSync, type ExprNode} from 'groq-js'
import type {Evaluation} from '../evaluation.ts'
import {mapChildren} from '../groqTree.ts'
import {rewriteQuery} from '../rewriteQuery.ts'
import {parentOf, type TracedScope} from './tracedScope.ts'

interface Standalone {
  tree: ExprNode
  /** How often `^` leads out of the expression, for each place where it does. */
  levels: ReadonlySet<number>
}

const known = new WeakMap<ExprNode, Map<boolean, Standalone>>()

/** The plain value of a parsed expression that stands in a scope, as the planner and groq-js evaluate it. */
export function evaluateInScope(node: ExprNode, scope: TracedScope, {options}: Evaluation): unknown {
  const {tree, levels} = standalone(node, scope.isHidden)
  const parents = Array.from(levels, (level) => [parentName(level), parentOf(scope, level).value])
  const params = {...options.params, ...Object.fromEntries(parents)}
  return evaluateSync(tree, {...options, params, root: scope.value.value}).data ?? null
}

const parentName = (level: number): string => `\u0000parent${level}`

/** The expression with every `^` that leads out of it made a parameter. */
function standalone(node: ExprNode, isHidden: boolean): Standalone {
  const forms = known.get(node) ?? new Map<boolean, Standalone>()
  known.set(node, forms)
  const form = forms.get(isHidden)
  if (form) return form
  const levels = new Set<number>()
  const parsed = closed(node, 0, isHidden, levels)
  const made = {tree: rewriteQuery(parsed, {hoists: false, guards: true}), levels}
  forms.set(isHidden, made)
  return made
}

function closed(node: ExprNode, depth: number, isHidden: boolean, levels: Set<number>): ExprNode {
  if (node.type === 'Parent' && node.n > depth) {
    levels.add(node.n - depth)
    return {type: 'Parameter', name: parentName(node.n - depth)}
  }
  return mapChildren(node, (child, step) =>
    step === 'same'
      ? closed(child, depth, isHidden, levels)
      : closed(child, isHidden ? depth : depth + 1, step === 'hidden', levels),
  )
}
