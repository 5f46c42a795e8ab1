import type {ExprNode} from 'groq-js'
import {mapChildren} from '../groqTree.ts'

/** `path(a) in path(b)` as `a in path(b)`, which means the same, and which groq-js and our planner know. */
export function pathsAsTexts(node: ExprNode): ExprNode {
  const whole = mapChildren(node, pathsAsTexts)
  if (whole.type !== 'OpCall' || whole.op !== 'in' || !pathPattern(whole.right)) return whole
  const left = pathPattern(whole.left)
  return left ? {...whole, left} : whole
}

/** The argument of `path(…)`, also in parentheses; undefined for any other expression. */
export function pathPattern(node: ExprNode): ExprNode | undefined {
  if (node.type === 'Group') return pathPattern(node.base)
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path' ? node.args[0] : undefined
}
