import type {ExprNode, FuncCallNode, ObjectAttributeNode, PipeFuncCallNode, SelectNode, SliceNode} from 'groq-js'
import type {LakeDocument} from '../../document.ts'
import {isGroqObject} from '../compiled/plainValues.ts'
import type {Evaluation} from '../evaluation.ts'
import {evaluateInScope} from './evaluateInScope.ts'
import {itemsOf, memberOf, type Traced, tracedArray, tracedDocument, tracedObject, unknownOrigin} from './traced.ts'
import {nestedScope, parentOf, type TracedScope} from './tracedScope.ts'

/**
 * Evaluates a parsed expression and notes where its parts come from, as far as values are passed on unchanged: attributes, projections, references,
 * arrays and what filters, orders and slices leave of them, `coalesce` and `select`. The value is exactly what evaluating it plainly gives.
 */
export function traceExpression(node: ExprNode, scope: TracedScope, evaluation: Evaluation): Traced {
  const trace = (inner: ExprNode, at = scope): Traced => traceExpression(inner, at, evaluation)
  const evaluate = (inner: ExprNode, at = scope): unknown => evaluateInScope(inner, at, evaluation)
  if (givesDocuments(node)) return documentsOf(evaluate(node))
  switch (node.type) {
    case 'This':
      return scope.value
    case 'Parent':
      return parentOf(scope, node.n)
    case 'Group':
      return trace(node.base)
    case 'AccessAttribute':
      return memberOf(node.base ? trace(node.base) : scope.value, node.name)
    case 'AccessElement':
      return itemsOf(trace(node.base))?.at(node.index) ?? unknownOrigin(null)
    case 'ArrayCoerce':
      return arrayOf(itemsOf(trace(node.base)))
    case 'Slice':
      return arrayOf(sliceOf(itemsOf(trace(node.base)), node))
    case 'Filter':
      return arrayOf(
        itemsOf(trace(node.base))?.filter((item) => evaluate(node.expr, nestedScope(scope, item)) === true),
      )
    case 'PipeFuncCall':
      return sorted(node, trace(node.base), scope, evaluation)
    case 'Map':
    case 'FlatMap': {
      const items = itemsOf(trace(node.base))?.map((item) => trace(node.expr, nestedScope(scope, item, true)))
      return arrayOf(node.type === 'Map' ? items : items?.flatMap((item) => itemsOf(item) ?? [item]))
    }
    case 'Projection': {
      const base = trace(node.base)
      return isGroqObject(base.value) ? trace(node.expr, nestedScope(scope, base)) : unknownOrigin(null)
    }
    case 'Object':
      return tracedObject(membersOf(node.attributes, trace, evaluate))
    case 'Array':
      return arrayOf(
        node.elements.flatMap(({value, isSplat}) => (isSplat ? (itemsOf(trace(value)) ?? []) : [trace(value)])),
      )
    case 'Deref':
      return dereferenced(trace(node.base).value, evaluation)
    case 'Select':
      return chosen(node, trace, evaluate)
    case 'FuncCall':
      return isCoalesce(node) ? firstOf(node.args, trace) : unknownOrigin(evaluate(node))
    default:
      return unknownOrigin(evaluate(node))
  }
}

/** Filters, orders and slices of `*`: their documents are found by the planner. */
function givesDocuments(node: ExprNode): boolean {
  switch (node.type) {
    case 'Everything':
      return true
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'PipeFuncCall':
    case 'Slice':
      return givesDocuments(node.base)
    default:
      return false
  }
}

function documentsOf(value: unknown): Traced {
  const documents: unknown[] = Array.isArray(value) ? value : []
  return tracedArray(documents.map((one) => (isDocument(one) ? tracedDocument(one) : unknownOrigin(one))))
}

function isDocument(value: unknown): value is LakeDocument {
  return isGroqObject(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}

function arrayOf(items: readonly Traced[] | undefined): Traced {
  return items ? tracedArray(items) : unknownOrigin(null)
}

function sliceOf(items: readonly Traced[] | undefined, {left, right, isInclusive}: SliceNode) {
  if (!items) return undefined
  const [start, end] = [left, right].map((bound) => (bound < 0 ? bound + items.length : bound))
  return items.slice(Math.max(start ?? 0, 0), Math.max((end ?? 0) + (isInclusive ? 1 : 0), 0))
}

/** Sorts plain values, and finds out by their identity which item went where. */
function sorted(node: PipeFuncCallNode, base: Traced, scope: TracedScope, evaluation: Evaluation): Traced {
  const items = itemsOf(base)
  if (!items) return unknownOrigin(null)
  const origins = new Map(items.map((item) => [item.value, item]))
  const plain = {...node, base: {type: 'Value' as const, value: items.map(({value}) => value)}}
  const value = evaluateInScope(plain, scope, evaluation)
  if (!Array.isArray(value)) return unknownOrigin(value)
  const isTold = origins.size === items.length && node.name === 'order'
  return tracedArray(value.map((one: unknown) => (isTold && origins.get(one)) || unknownOrigin(one)))
}

type Trace = (node: ExprNode) => Traced
type Evaluate = (node: ExprNode) => unknown

function membersOf(attributes: readonly ObjectAttributeNode[], trace: Trace, evaluate: Evaluate): Map<string, Traced> {
  const members = new Map<string, Traced>()
  for (const attribute of attributes) {
    if (attribute.type === 'ObjectAttributeValue') {
      members.set(attribute.name, trace(attribute.value))
      continue
    }
    if (attribute.type === 'ObjectConditionalSplat' && evaluate(attribute.condition) !== true) continue
    const object = trace(attribute.value)
    if (!isGroqObject(object.value)) continue
    for (const name of Object.keys(object.value)) members.set(name, memberOf(object, name))
  }
  return members
}

function dereferenced(reference: unknown, {options}: Evaluation): Traced {
  const id = isGroqObject(reference) ? reference['_ref'] : undefined
  const document: unknown = typeof id === 'string' ? options.dereference?.({_ref: id}) : undefined
  return isDocument(document) ? tracedDocument(document) : unknownOrigin(null)
}

function chosen({alternatives, fallback}: SelectNode, trace: Trace, evaluate: Evaluate): Traced {
  const met = alternatives.find(({condition}) => evaluate(condition) === true)
  const value = met ? met.value : fallback
  return value ? trace(value) : unknownOrigin(null)
}

function isCoalesce({namespace, name}: FuncCallNode): boolean {
  return namespace === 'global' && name === 'coalesce'
}

function firstOf(args: readonly ExprNode[], trace: Trace): Traced {
  for (const arg of args) {
    const traced = trace(arg)
    if (traced.value !== null) return traced
  }
  return unknownOrigin(null)
}
