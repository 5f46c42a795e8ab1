import type {ExprNode} from 'groq-js'
import {someNode} from '../groqTree.ts'
import {guardAttributes} from '../guardAttributes.ts'

/** A narrowing whose values are only known when the query runs: a function of the operands' values. */
export class Operands {
  readonly nodes: ExprNode[] = []

  /**
   * Adds an expression of a filter that does not depend on the document, to be evaluated where the filter's `*` stands. Returns its number, or
   * undefined when it depends on the document.
   */
  add(node: ExprNode): number | undefined {
    const outside = outward(node)
    return outside ? this.nodes.push(guardAttributes(outside)) - 1 : undefined
  }
}

const pureFunctions = new Set([
  'global::now',
  'global::identity',
  'global::lower',
  'global::upper',
  'global::string',
  'global::coalesce',
  'string::lower',
  'string::upper',
  'string::split',
  'sanity::projectId',
  'sanity::dataset',
])

/** The expression as it must be written one scope further out, or undefined when it cannot be. */
function outward(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return node
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {...node, n: node.n - 1}
    case 'Group':
    case 'Neg':
    case 'Pos':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Slice':
    case 'Deref':
      return withBase(node.base, (base) => ({...node, base}))
    case 'AccessAttribute':
      return node.base && withBase(node.base, (base) => ({...node, base}))
    case 'Map':
    case 'FlatMap':
      return isTraversal(node.expr) ? withBase(node.base, (base) => ({...node, base})) : undefined
    case 'OpCall':
      if (node.op === '+' && !isText(node.left) && !isText(node.right)) return undefined
      return withBase(node.left, (left) => withBase(node.right, (right) => ({...node, left, right})))
    case 'Array': {
      if (node.elements.some(({isSplat}) => isSplat)) return undefined
      const values = allOf(node.elements.map((element) => element.value))
      return (
        values && {
          ...node,
          elements: node.elements.map((element, at) => ({...element, value: values[at] ?? element.value})),
        }
      )
    }
    case 'FuncCall': {
      const args = pureFunctions.has(`${node.namespace}::${node.name}`) ? allOf(node.args) : undefined
      return args && {...node, args}
    }
    default:
      return undefined
  }
}

/**
 * Operands are evaluated as they are: neither told to the budget nor with documents at hand. So nothing may stand in them that reads documents, or
 * that makes more of what it is given.
 */
function isTraversal(node: ExprNode): boolean {
  return !someNode(node, ({type}) => !traversals.has(type))
}

const traversals: ReadonlySet<string> = new Set(['AccessAttribute', 'ArrayCoerce', 'Deref', 'FlatMap', 'Map', 'This'])

function isText(node: ExprNode): boolean {
  return node.type === 'Value' && typeof node.value === 'string'
}

function withBase(base: ExprNode, wrap: (base: ExprNode) => ExprNode | undefined): ExprNode | undefined {
  const outside = outward(base)
  return outside && wrap(outside)
}

function allOf(nodes: ExprNode[]): ExprNode[] | undefined {
  const outside = nodes.map(outward).filter((node) => node !== undefined)
  return outside.length === nodes.length ? outside : undefined
}
