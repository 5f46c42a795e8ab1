import type {ExprNode} from 'groq-js'

const namespace = 'lectern'
const name = 'someTerm'

/**
 * A condition for the planner alone: one of the terms of a pattern is met. `match` asks for all of them, and `score(title match "two words")`
 * counts those that are there.
 */
export function someTermOf(text: ExprNode, pattern: ExprNode): ExprNode {
  return {type: 'FuncCall', namespace, name, args: [text, pattern]}
}

/** What such a condition is about. */
export function readSomeTerm(node: ExprNode): {text: ExprNode; pattern: ExprNode} | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== namespace || node.name !== name) return undefined
  const [text, pattern] = node.args
  return text && pattern && {text, pattern}
}
