import type {ExprNode, ObjectNode} from 'groq-js'
import {mapChildren, someNode} from '../groqTree.ts'

/**
 * An expression of what a projection makes of a document, as an expression of the document: behind `{"at": start, ...}`, `at` is `start`.
 * Undefined when the projection does not say what its attribute is, or when the expression looks at more than attributes.
 */
export function throughProjection(expr: ExprNode, projection: ExprNode): ExprNode | undefined {
  if (projection.type === 'Group') return throughProjection(expr, projection.base)
  if (projection.type !== 'Projection' || projection.base.type !== 'This' || projection.expr.type !== 'Object') {
    return undefined
  }
  const object = projection.expr
  if (someNode(expr, ({type}) => type === 'Parent')) return undefined
  let isKnown = true
  const through = (node: ExprNode): ExprNode => {
    const found = node.type === 'AccessAttribute' && isOwn(node.base) ? attributeIn(object, node.name) : node
    isKnown &&= found !== undefined && node.type !== 'This'
    if (!found || found !== node) return found ?? node
    return simplified(
      mapChildren(node, (child, step) => {
        isKnown &&= step === 'same'
        return through(child)
      }),
    )
  }
  const result = through(expr)
  return isKnown ? result : undefined
}

function isOwn(base: ExprNode | undefined): boolean {
  return base === undefined || base.type === 'This'
}

/**
 * What an object made of a document has under a name: the last attribute of it that says. Splats leave what the document lacks as it was, so there
 * nothing before may say something else.
 */
function attributeIn({attributes}: ObjectNode, name: string): ExprNode | undefined {
  const telling = attributes.filter((attribute) => attribute.type !== 'ObjectAttributeValue' || attribute.name === name)
  const last = telling.at(-1)
  if (last === undefined) return {type: 'Value', value: null}
  if (last.type === 'ObjectAttributeValue') return last.value
  const isOwnAlone = telling.every(({type, value}) => type === 'ObjectSplat' && value.type === 'This')
  return isOwnAlone ? {type: 'AccessAttribute', name} : undefined
}

/** `[a, b][0]` is `a`. */
function simplified(node: ExprNode): ExprNode {
  if (node.type !== 'AccessElement' || node.base.type !== 'Array' || node.index < 0) return node
  const {elements} = node.base
  if (elements.some(({isSplat}) => isSplat)) return node
  return elements[node.index]?.value ?? {type: 'Value', value: null}
}
