import type {ExprNode} from 'groq-js'
import {eachChild} from '../groqTree.ts'

const inARow: ReadonlySet<string> = new Set(['And', 'Or', 'OpCall'])

/** Whether a node has more than so many levels below it. The operators of `a && b && c` are on the level of `a`. */
export function isNestedDeeper(tree: ExprNode, levels: number): boolean {
  const waiting = [{node: tree, left: levels}]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node} = next
    const left = inARow.has(node.type) ? next.left : next.left - 1
    if (left < 0) return true
    eachChild(node, (child) => void waiting.push({node: child, left}))
  }
  return false
}
