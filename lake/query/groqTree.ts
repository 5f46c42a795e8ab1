import type {ExprNode, ObjectAttributeNode} from 'groq-js'

/** How a child is evaluated: in its parent's scope, in a scope of its own, or in one that `^` does not count. */
export type ScopeStep = 'same' | 'nested' | 'hidden'

/** Rebuilds a node with its children mapped. Selectors of `diff::` and `delta::` are no expressions and stay as they are. */
export function mapChildren(node: ExprNode, map: (child: ExprNode, step: ScopeStep) => ExprNode): ExprNode {
  const same = (child: ExprNode): ExprNode => map(child, 'same')
  switch (node.type) {
    case 'AccessAttribute':
      return node.base ? {...node, base: same(node.base)} : node
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Asc':
    case 'Deref':
    case 'Desc':
    case 'Group':
    case 'Neg':
    case 'Not':
    case 'Pos':
    case 'Slice':
      return {...node, base: same(node.base)}
    case 'And':
    case 'Or':
    case 'OpCall':
      return {...node, left: same(node.left), right: same(node.right)}
    case 'Array':
      return {...node, elements: node.elements.map((element) => ({...element, value: same(element.value)}))}
    case 'Filter':
    case 'Projection':
      return {...node, base: same(node.base), expr: map(node.expr, 'nested')}
    case 'FlatMap':
    case 'Map':
      return {...node, base: same(node.base), expr: map(node.expr, 'hidden')}
    case 'FuncCall':
      return {...node, args: node.args.map((arg, index) => (isSelectorArgument(node, index) ? arg : same(arg)))}
    case 'InRange':
      return {...node, base: same(node.base), left: same(node.left), right: same(node.right)}
    case 'Object':
      return {...node, attributes: node.attributes.map((attribute) => mapAttribute(attribute, same))}
    case 'PipeFuncCall':
      return {...node, base: same(node.base), args: node.args.map((arg) => map(arg, 'nested'))}
    case 'Select':
      return {
        ...node,
        alternatives: node.alternatives.map((alternative) => ({
          ...alternative,
          condition: same(alternative.condition),
          value: same(alternative.value),
        })),
        ...(node.fallback ? {fallback: same(node.fallback)} : {}),
      }
    case 'Tuple':
      return {...node, members: node.members.map(same)}
    default:
      return node
  }
}

/** Calls `visit` with every child of a node. */
export function eachChild(node: ExprNode, visit: (child: ExprNode, step: ScopeStep) => void): void {
  mapChildren(node, (child, step) => {
    visit(child, step)
    return child
  })
}

/** Whether the node or one of its descendants satisfies the condition. */
export function someNode(node: ExprNode, condition: (node: ExprNode) => boolean): boolean {
  if (condition(node)) return true
  let found = false
  eachChild(node, (child) => {
    found ||= someNode(child, condition)
  })
  return found
}

function isSelectorArgument(node: {namespace: string}, index: number): boolean {
  return node.namespace === 'delta' || (node.namespace === 'diff' && index === 2)
}

function mapAttribute(attribute: ObjectAttributeNode, map: (child: ExprNode) => ExprNode): ObjectAttributeNode {
  if (attribute.type === 'ObjectConditionalSplat') {
    return {...attribute, condition: map(attribute.condition), value: map(attribute.value)}
  }
  return {...attribute, value: map(attribute.value)}
}
