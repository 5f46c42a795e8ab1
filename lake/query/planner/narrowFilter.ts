import type {ExprNode, FuncCallNode, InRangeNode, OpCallNode} from 'groq-js'
import type {Narrowing} from '../documentSource.ts'
import {someNode} from '../groqTree.ts'
import {pathPattern} from '../parsing/pathsAsTexts.ts'
import {attributePath, isOwnText, isReferencePath, memberPath} from './attributePath.ts'
import {both, either} from './combineNarrowings.ts'
import type {Operands} from './operands.ts'
import {readSomeTerm} from './someTerm.ts'
import {patternNarrowing, someTermNarrowing, textQueryNarrowing} from './textNarrowing.ts'

/** A narrowing that waits for the values of its operands. */
export type PlannedNarrowing = (values: readonly unknown[]) => Narrowing

const all: Narrowing = {kind: 'all'}
const none: Narrowing = {kind: 'ids', ids: []}

/**
 * What an index can say about the documents for which a filter is true. Whatever is not understood, negated or computed says nothing (`all`), so
 * that the result is never less than what the filter accepts.
 */
export function narrowFilter(filter: ExprNode, operands: Operands): PlannedNarrowing {
  return planCondition(filter, operands) ?? (() => all)
}

/** All of the conditions at once. */
export function narrowAll(plans: readonly PlannedNarrowing[]): PlannedNarrowing {
  return (values) => both(plans.map((plan) => plan(values)))
}

function planCondition(node: ExprNode, operands: Operands): PlannedNarrowing | undefined {
  switch (node.type) {
    case 'Group':
      return planCondition(node.base, operands)
    case 'And': {
      const plans = [node.left, node.right].map((part) => narrowFilter(part, operands))
      return narrowAll(plans)
    }
    case 'Or': {
      const plans = [node.left, node.right].map((part) => narrowFilter(part, operands))
      return (values) => either(plans.map((plan) => plan(values)))
    }
    case 'Value':
      return node.value === true ? undefined : () => none
    case 'AccessAttribute': {
      const path = attributePath(node)
      return path === undefined ? undefined : () => ({kind: 'equals', path, values: [true]})
    }
    case 'OpCall':
      return planOperator(node, operands)
    case 'InRange':
      return planRange(node, operands)
    case 'FuncCall':
      return planFunction(node, operands)
    default:
      return undefined
  }
}

function planOperator(node: OpCallNode, operands: Operands): PlannedNarrowing | undefined {
  const {op, left, right} = node
  if (op === '==') return planEquality(left, right, operands) ?? planEquality(right, left, operands)
  if (op === 'in') return planMembership(left, right, operands)
  if (op === 'match') return planMatch(left, right, operands)
  if (op === '<' || op === '<=')
    return planBounds(left, undefined, right, operands) ?? planBounds(right, left, undefined, operands)
  if (op === '>' || op === '>=')
    return (
      planSomeMember(node, operands) ??
      planBounds(left, right, undefined, operands) ??
      planBounds(right, undefined, left, operands)
    )
  return undefined
}

/** `count(tags[@ in $list]) > 0`: an array of the document that has a member in common with a list of values. */
function planSomeMember({op, left, right}: OpCallNode, operands: Operands): PlannedNarrowing | undefined {
  const [counted] = op === '>' && left.type === 'FuncCall' && left.name === 'count' ? left.args : []
  if (right.type !== 'Value' || right.value !== 0 || counted?.type !== 'Filter') return undefined
  const {base, expr} = counted
  if (expr.type !== 'OpCall' || expr.op !== 'in' || expr.left.type !== 'This') return undefined
  // Inside of the brackets `^` is the document.
  return someNode(expr.right, ({type}) => type === 'Parent') ? undefined : planSharedMember(base, expr.right, operands)
}

function planEquality(attribute: ExprNode, value: ExprNode, operands: Operands): PlannedNarrowing | undefined {
  const path = attributePath(attribute)
  const isReference = isReferencePath(attribute)
  if (path === undefined && !isReference) return undefined
  const operand = operands.add(value)
  if (operand === undefined) return undefined
  return (values) => (path !== undefined ? equals(path, [values[operand]], isReference) : all)
}

function planMembership(left: ExprNode, right: ExprNode, operands: Operands): PlannedNarrowing | undefined {
  const prefix = left.type === 'AccessAttribute' && attributePath(left) === '_id' ? pathPattern(right) : undefined
  if (prefix) {
    const operand = operands.add(prefix)
    return operand === undefined ? undefined : (values) => idPrefix(values[operand])
  }
  const path = attributePath(left)
  if (path !== undefined) {
    const operand = operands.add(right)
    if (operand !== undefined) {
      const isReference = isReferencePath(left)
      return (values) => {
        const value = values[operand]
        return Array.isArray(value) ? equals(path, value, isReference) : all
      }
    }
  }
  const members = memberPath(right)
  const isReference = isReferencePath(right)
  if (members === undefined && !isReference) return undefined
  const operand = operands.add(left)
  if (operand === undefined) return undefined
  return (values) => {
    const value = values[operand]
    if (isReference && typeof value === 'string') return {kind: 'references', ids: [value]}
    return members === undefined ? all : equals(members, [value], false, true)
  }
}

function planMatch(left: ExprNode, right: ExprNode, operands: Operands): PlannedNarrowing | undefined {
  if (!isOwnText(left)) return undefined
  const isTextQuery = right.type === 'FuncCall' && right.namespace === 'text' && right.name === 'query'
  const argument = isTextQuery ? right.args[0] : right
  const operand = argument && operands.add(argument)
  if (operand === undefined) return undefined
  return (values) => (isTextQuery ? textQueryNarrowing(values[operand]) : patternNarrowing(values[operand]))
}

function planSomeTerm(text: ExprNode, pattern: ExprNode, operands: Operands): PlannedNarrowing | undefined {
  const operand = isOwnText(text) ? operands.add(pattern) : undefined
  return operand === undefined ? undefined : (values) => someTermNarrowing(values[operand])
}

function planRange(node: InRangeNode, operands: Operands): PlannedNarrowing | undefined {
  return planBounds(node.base, node.left, node.right, operands)
}

function planBounds(
  attribute: ExprNode,
  from: ExprNode | undefined,
  to: ExprNode | undefined,
  operands: Operands,
): PlannedNarrowing | undefined {
  const path = attributePath(attribute)
  if (path === undefined) return undefined
  const fromOperand = from && operands.add(from)
  const toOperand = to && operands.add(to)
  if ((from && fromOperand === undefined) || (to && toOperand === undefined)) return undefined
  return (values) => {
    const lower = fromOperand === undefined ? undefined : values[fromOperand]
    const upper = toOperand === undefined ? undefined : values[toOperand]
    if (!isBound(lower) || !isBound(upper)) return all
    return {
      kind: 'range',
      path,
      ...(lower === undefined ? {} : {from: lower}),
      ...(upper === undefined ? {} : {to: upper}),
    }
  }
}

function planFunction(node: FuncCallNode, operands: Operands): PlannedNarrowing | undefined {
  const someTerm = readSomeTerm(node)
  if (someTerm) return planSomeTerm(someTerm.text, someTerm.pattern, operands)
  const name = `${node.namespace}::${node.name}`
  if (name === 'array::intersects') {
    const [first, second] = node.args
    return planSharedMember(first, second, operands) ?? planSharedMember(second, first, operands)
  }
  if (name === 'global::references') {
    const indexes = node.args.map((arg) => operands.add(arg))
    if (indexes.includes(undefined)) return undefined
    return (values) => {
      const ids = indexes.flatMap((index) => (index === undefined ? [] : [values[index]].flat()))
      return {kind: 'references', ids: ids.filter((id) => typeof id === 'string')}
    }
  }
  const plan = idFunctions[name]
  const operand = plan && node.args[0] && operands.add(node.args[0])
  return plan && operand !== undefined ? (values) => plan(values[operand]) : undefined
}

/** An array of the document that has a member in common with a list of values. */
function planSharedMember(
  members: ExprNode | undefined,
  list: ExprNode | undefined,
  operands: Operands,
): PlannedNarrowing | undefined {
  const path = members && memberPath(members)
  const operand = path === undefined ? undefined : list && operands.add(list)
  if (path === undefined || operand === undefined) return undefined
  return (values) => {
    const value = values[operand]
    return Array.isArray(value) ? equals(path, value, false, true) : none
  }
}

const idFunctions: Record<string, (value: unknown) => Narrowing> = {
  'sanity::versionOf': (id) => (typeof id === 'string' ? {kind: 'versionsOf', id} : none),
  'sanity::partOfRelease': (release) =>
    typeof release === 'string' ? {kind: 'idPrefix', prefix: `versions.${release}.`} : none,
}

function idPrefix(pattern: unknown): Narrowing {
  if (typeof pattern !== 'string') return none
  const segments = pattern.split('.')
  const wild = segments.findIndex((segment) => segment === '*' || segment === '**')
  if (wild < 0) return {kind: 'ids', ids: [pattern]}
  const prefix = segments.slice(0, wild).map((segment) => `${segment}.`)
  return prefix.length === 0 ? all : {kind: 'idPrefix', prefix: prefix.join('')}
}

/** `isMember` says that the attribute must be an array, so that `_id` and `_type` say nothing. */
function equals(path: string, values: readonly unknown[], isReference: boolean, isMember = false): Narrowing {
  if (values.some((value) => value === null || value === undefined)) return all
  if (values.some((value) => typeof value === 'object' && !Array.isArray(value) && !isPlainObject(value))) return all
  const scalars = values.filter(isScalar)
  const strings = scalars.filter((value) => typeof value === 'string')
  if (isReference) return {kind: 'references', ids: strings}
  if (path === '_id' && !isMember) return {kind: 'ids', ids: strings}
  if (path === '_type' && !isMember) return {kind: 'types', types: strings}
  return scalars.length === 0 ? none : {kind: 'equals', path, values: scalars}
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isBound(value: unknown): value is string | number | undefined {
  return value === undefined || typeof value === 'string' || typeof value === 'number'
}
