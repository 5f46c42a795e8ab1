import type {ExprNode, FuncCallNode, ObjectAttributeNode, OpCallNode} from 'groq-js'

import {isTextQueryMetByAll, isWholeDocument, matchCall} from '../functions/rewriteMatch.ts'
import type {Compile, Compiled, CompileScope} from './compilation.ts'
import {compiledFunctions, refersTo} from './compiledFunctions.ts'
import {areEqual, attributeOf, compareOrdered, finite, isGroqObject, isIn} from './plainValues.ts'

/**
 * An expression as a closure, with exactly the value that groq-js gives it, some fifty times faster. Undefined when some part of it is not
 * understood: subqueries, `^` from inside nested scopes, values that are not JSON, and functions that are rarely met.
 */
export const compileExpression: Compile = (node, scope) => {
  const operand = scope.isDocument && isOutside(node) ? scope.compilation.operands.add(node) : undefined
  return operand === undefined ? compileNode(node, scope) : (_, {values}) => values[operand] ?? null
}

/** Nodes that may stand for a value from outside the document; constants are quicker as themselves. */
function isOutside(node: ExprNode): boolean {
  return node.type !== 'Value' && node.type !== 'Parameter'
}

const compileNode: Compile = (node, scope) => {
  switch (node.type) {
    case 'Value': {
      const value: unknown = node.value ?? null
      return isGroqObject(value) ? undefined : () => value
    }
    case 'Parameter':
      return (_, {params}) => params[node.name] ?? null
    case 'This':
      if (scope.isDocument && scope.isCovered !== true) scope.compilation.wholes.push(() => true)
      return (item) => item
    case 'Group':
      return compileExpression(node.base, scope)
    case 'AccessAttribute':
      return compileAttribute(node.base, node.name, scope)
    case 'AccessElement':
      return withOne(node.base, scope, (value) =>
        Array.isArray(value) ? (value[node.index < 0 ? node.index + value.length : node.index] ?? null) : null,
      )
    case 'ArrayCoerce':
      return withOne(node.base, scope, (value) => (Array.isArray(value) ? value : null))
    case 'Deref':
      return compileDeref(node.base, scope)
    case 'Filter':
      return overMembers(node.base, node.expr, scope, (value, item, kept) => {
        if (value === true) kept.push(item)
      })
    case 'Map':
      return overMembers(node.base, node.expr, scope, (value, _, kept) => kept.push(value))
    case 'FlatMap':
      return overMembers(node.base, node.expr, scope, (value, _, kept) => {
        if (!Array.isArray(value)) kept.push(value)
        else for (const member of value) kept.push(member)
      })
    case 'Projection':
      return compileProjection(node.base, node.expr, scope)
    case 'Object':
      return compileObject(node.attributes, scope)
    case 'Array':
      return node.elements.some(({isSplat}) => isSplat)
        ? undefined
        : withAll(
            node.elements.map(({value}) => value),
            scope,
            (...items) => items,
          )
    case 'And':
      return withTwo(node.left, node.right, scope, (left, right) => (item, run) => {
        const first = left(item, run)
        if (first === false) return false
        const second = right(item, run)
        return second === false ? false : first === true && second === true ? true : null
      })
    case 'Or':
      return withTwo(node.left, node.right, scope, (left, right) => (item, run) => {
        const first = left(item, run)
        if (first === true) return true
        const second = right(item, run)
        return second === true ? true : first === false && second === false ? false : null
      })
    case 'Not':
      return withOne(node.base, scope, (value) => (typeof value === 'boolean' ? !value : null))
    case 'Neg':
      return withOne(node.base, scope, (value) => (typeof value === 'number' ? -value : null))
    case 'Pos':
      return withOne(node.base, scope, (value) => (typeof value === 'number' ? value : null))
    case 'InRange':
      return withAll([node.base, node.left, node.right], scope, (value, from, to) => {
        const [lower, upper] = [compareOrdered(value, from), compareOrdered(value, to)]
        if (lower === null || upper === null) return null
        return lower >= 0 && (node.isInclusive ? upper <= 0 : upper < 0)
      })
    case 'OpCall':
      return compileOperator(node, scope)
    case 'FuncCall':
      return compileFunction(node, scope)
    case 'Select': {
      const alternatives = node.alternatives.map(({condition, value}) =>
        withTwo(condition, value, scope, (test, give) => ({test, give})),
      )
      const fallback = node.fallback ? compileExpression(node.fallback, scope) : () => null
      const known = alternatives.filter((alternative) => alternative !== undefined)
      if (!fallback || known.length < alternatives.length) return undefined
      return (item, run) => {
        for (const {test, give} of known) if (test(item, run) === true) return give(item, run)
        return fallback(item, run)
      }
    }
    default:
      return undefined
  }
}

function compileAttribute(base: ExprNode | undefined, name: string, scope: CompileScope): Compiled | undefined {
  if (!base || base.type === 'This') {
    if (scope.isDocument) scope.compilation.reads.add(name)
    return (item) => attributeOf(item, name)
  }
  return withOne(base, scope, (value) => attributeOf(value, name))
}

function compileDeref(base: ExprNode, scope: CompileScope): Compiled | undefined {
  const reference = compileExpression(base, scope)
  return (
    reference &&
    ((item, run) => {
      const value = reference(item, run)
      const id = isGroqObject(value) ? value['_ref'] : undefined
      return typeof id === 'string' ? (run.evaluation.options.dereference?.({_ref: id}) ?? null) : null
    })
  )
}

/** Evaluates `expr` in a scope of its own for each member of the array `base`. */
function overMembers(
  base: ExprNode,
  expr: ExprNode,
  scope: CompileScope,
  collect: (value: unknown, item: unknown, kept: unknown[]) => void,
): Compiled | undefined {
  const array = compileExpression(base, scope)
  const inner = array && compileExpression(expr, {...scope, isDocument: false})
  return (
    inner &&
    ((item, run) => {
      const members = array(item, run)
      if (!Array.isArray(members)) return null
      const kept: unknown[] = []
      for (const member of members) collect(inner(member ?? null, run), member, kept)
      return kept
    })
  )
}

function compileProjection(base: ExprNode, expr: ExprNode, scope: CompileScope): Compiled | undefined {
  if (base.type === 'This') {
    const inner = compileExpression(expr, scope)
    return inner && ((item, run) => (isGroqObject(item) ? inner(item, run) : null))
  }
  const object = compileExpression(base, scope)
  const inner = object && compileExpression(expr, {...scope, isDocument: false})
  return (
    inner &&
    ((item, run) => {
      const value = object(item, run)
      return isGroqObject(value) ? inner(value, run) : null
    })
  )
}

type Assign = (result: Record<string, unknown>, item: unknown, run: Parameters<Compiled>[1]) => void

function compileObject(attributes: ObjectAttributeNode[], scope: CompileScope): Compiled | undefined {
  const assigns = attributes.map((attribute) => compileMember(attribute, scope))
  const known = assigns.filter((assign) => assign !== undefined)
  if (known.length < assigns.length) return undefined
  return (item, run) => {
    const result: Record<string, unknown> = {}
    for (const assign of known) assign(result, item, run)
    return result
  }
}

function compileMember(attribute: ObjectAttributeNode, scope: CompileScope): Assign | undefined {
  const value = compileExpression(attribute.value, scope)
  if (!value) return undefined
  if (attribute.type === 'ObjectAttributeValue') {
    const {name} = attribute
    if (name === '__proto__') return undefined
    return (result, item, run) => {
      result[name] = value(item, run)
    }
  }
  const splat: Assign = (result, item, run) => {
    const members = value(item, run)
    if (isGroqObject(members)) Object.assign(result, members)
  }
  if (attribute.type === 'ObjectSplat') return splat
  const condition = compileExpression(attribute.condition, scope)
  return (
    condition &&
    ((result, item, run) => {
      if (condition(item, run) === true) splat(result, item, run)
    })
  )
}

const comparisons: Record<string, ((left: unknown, right: unknown) => unknown) | undefined> = {
  '==': areEqual,
  '!=': (left, right) => !areEqual(left, right),
  in: isIn,
  '<': (left, right) => ordered(left, right, (order) => order < 0),
  '<=': (left, right) => ordered(left, right, (order) => order <= 0),
  '>': (left, right) => ordered(left, right, (order) => order > 0),
  '>=': (left, right) => ordered(left, right, (order) => order >= 0),
  '-': (left, right) => numeric(left, right, (a, b) => a - b),
  '*': (left, right) => numeric(left, right, (a, b) => a * b),
  '/': (left, right) => numeric(left, right, (a, b) => a / b),
  '%': (left, right) => numeric(left, right, (a, b) => a % b),
}

function compileOperator(node: OpCallNode, scope: CompileScope): Compiled | undefined {
  if (node.op === 'match') {
    const {call, right} = matchCall(node)
    return (
      right &&
      withMatch(
        node.left,
        right,
        scope,
        (left, pattern) => (item, run) => call(run.evaluation, left(item, run), pattern(item, run)),
      )
    )
  }
  const compare = comparisons[node.op]
  return (
    compare &&
    withTwo(node.left, node.right, scope, (left, right) => (item, run) => compare(left(item, run), right(item, run)))
  )
}

/** `@ match text::query($word)` looks at the whole document, but for the lone `*`. */
function withMatch(
  left: ExprNode,
  right: ExprNode,
  scope: CompileScope,
  make: (left: Compiled, right: Compiled) => Compiled,
): Compiled | undefined {
  const pattern = compileExpression(right, scope)
  if (!pattern) return undefined
  const isCovered = scope.isDocument && isWholeDocument(left) && isConstant(right)
  if (isCovered) scope.compilation.wholes.push((run) => !isTextQueryMetByAll(run.evaluation, pattern(null, run)))
  const value = compileExpression(left, isCovered ? {...scope, isCovered} : scope)
  return value && make(value, pattern)
}

function isConstant(node: ExprNode): boolean {
  return node.type === 'Value' || node.type === 'Parameter'
}

function compileFunction(node: FuncCallNode, scope: CompileScope): Compiled | undefined {
  const name = `${node.namespace}::${node.name}`
  const known = compileAll(node.args, scope)
  if (!known) return undefined
  if (name === 'global::coalesce') {
    return (item, run) => {
      for (const arg of known) {
        const value = arg(item, run)
        if (value !== null) return value
      }
      return null
    }
  }
  if (name === 'global::references') {
    // The Studio asks for references to '' with every list: there are none.
    if (scope.isDocument) {
      const isKnown = node.args.every(isConstant)
      scope.compilation.wholes.push((run) => !isKnown || known.some((arg) => arg(null, run) !== ''))
    }
    return (item, run) =>
      refersTo(
        item,
        known.map((arg) => arg(item, run)),
      )
  }
  const call = compiledFunctions[name]
  return call && mapped(known, call)
}

function withOne(node: ExprNode, scope: CompileScope, map: (value: unknown) => unknown): Compiled | undefined {
  const inner = compileExpression(node, scope)
  return inner && ((item, run) => map(inner(item, run)))
}

function withTwo<Result>(
  first: ExprNode,
  second: ExprNode,
  scope: CompileScope,
  make: (first: Compiled, second: Compiled) => Result,
): Result | undefined {
  const left = compileExpression(first, scope)
  const right = left && compileExpression(second, scope)
  return right && make(left, right)
}

function withAll(nodes: ExprNode[], scope: CompileScope, map: (...values: unknown[]) => unknown): Compiled | undefined {
  const inner = compileAll(nodes, scope)
  return inner && mapped(inner, map)
}

function compileAll(nodes: ExprNode[], scope: CompileScope): Compiled[] | undefined {
  const inner: Compiled[] = []
  for (const node of nodes) {
    const compiled = compileExpression(node, scope)
    if (!compiled) return undefined
    inner.push(compiled)
  }
  return inner
}

function mapped(inner: Compiled[], map: (...values: unknown[]) => unknown): Compiled {
  const [first, second] = inner
  if (first && inner.length === 1) return (item, run) => map(first(item, run))
  if (first && second && inner.length === 2) return (item, run) => map(first(item, run), second(item, run))
  return (item, run) => map(...inner.map((value) => value(item, run)))
}

function ordered(left: unknown, right: unknown, test: (order: number) => boolean): boolean | null {
  const order = compareOrdered(left, right)
  return order === null ? null : test(order)
}

function numeric(left: unknown, right: unknown, compute: (left: number, right: number) => number): number | null {
  return typeof left === 'number' && typeof right === 'number' ? finite(compute(left, right)) : null
}
