import type {ExprNode} from 'groq-js'

/** Whether a value is known before any document is looked at. */
export function isConstant(node: ExprNode): boolean {
  return node.type === 'Value' || node.type === 'Parameter'
}
