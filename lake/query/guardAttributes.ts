import type {ExprNode} from 'groq-js'
import {attributeOf} from './compiled/plainValues.ts'
import {mapChildren} from './groqTree.ts'
import {nativeCall} from './nativeCall.ts'

/** A parsed expression whose attributes are read by us: groq-js asks objects for their `hasOwnProperty`, which an attribute may hide. */
export function guardAttributes(node: ExprNode): ExprNode {
  const guarded = mapChildren(node, guardAttributes)
  return guarded.type === 'AccessAttribute' ? guardedAttribute(guarded.name, guarded.base) : guarded
}

/** The attribute of `base`, or of `@`. */
export function guardedAttribute(name: string, base: ExprNode = {type: 'This'}): ExprNode {
  return nativeCall((_, value) => attributeOf(value, name), [base])
}
