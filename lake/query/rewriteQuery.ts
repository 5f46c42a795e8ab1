import {
  type AccessAttributeNode,
  evaluateSync,
  type ExprNode,
  type FilterNode,
  type FuncCallNode,
  type ObjectAttributeNode,
  type OpCallNode,
  type PipeFuncCallNode,
} from 'groq-js'
import {budgetedItems, budgetedLook, budgetedSpread, budgetedValue, weightOf} from './budgetedNodes.ts'
import {candidatesCall} from './candidatesCall.ts'
import {chainCall} from './compiled/chainCall.ts'
import {countCall} from './countCall.ts'
import {firstCall} from './firstCall.ts'
import {boundedDiff} from './functions/boundedDiff.ts'
import {isUnsupported, nativeFunctions, refuse} from './functions/nativeFunctions.ts'
import {isTextQuery, rewriteMatch, rewriteMatchScore} from './functions/rewriteMatch.ts'
import {mapChildren, someNode} from './groqTree.ts'
import {guardedAttribute} from './guardAttributes.ts'
import {nativeCall} from './nativeCall.ts'
import {filterOfScore} from './planner/filterOfScore.ts'
import {isClosed} from './scopeReach.ts'

/** Where a node stands while a query is rewritten. */
interface Position {
  /** Filters (as parsed) that everything the node gives must pass. */
  filters: readonly ExprNode[]
  /** What receives the node's value only iterates over it. */
  isIterated: boolean
  /** The node is evaluated once per item of something. */
  isRepeated: boolean
  /** The node's score is wanted, not its value. */
  isScore: boolean
  /** The node stands directly in a scope that `^` does not count. */
  isHidden: boolean
  /** Shared by the whole query. */
  query: {
    /** Whether expressions that do not depend on where they stand are evaluated once per run. */
    hoists: boolean
    /** Whether attributes are read by us, as groq-js cannot read them of objects that have one named `hasOwnProperty`. */
    guards: boolean
    hoisted: number
  }
}

const plain = {filters: [], isIterated: false, isScore: false}

/**
 * Makes of a parsed query one that groq-js evaluates lazily over a DatasetView: each `*` becomes a call that reads its own candidates, narrowed by
 * the filters around it; functions that groq-js lacks become calls of ours; with `hoists`, a subquery that does not depend on its row is evaluated
 * once. Throws a QueryExecutionError (501) that names a function which neither has.
 */
export function rewriteQuery(tree: ExprNode, {hoists, guards}: {hoists: boolean; guards: boolean}): ExprNode {
  return rewrite(tree, {...plain, isRepeated: false, isHidden: false, query: {hoists, guards, hoisted: 0}})
}

function rewrite(node: ExprNode, position: Position): ExprNode {
  if (isHoistable(node, position)) return hoist(node, position)
  const chain =
    chainable.has(node.type) && !position.isScore ? chainCall(node, position.isHidden, position.filters) : undefined
  if (chain) return chain
  switch (node.type) {
    case 'Everything':
      return candidatesCall(position.isHidden ? [] : position.filters, position.isIterated)
    case 'Filter':
      return rewriteFilter(node, position)
    case 'PipeFuncCall':
      return rewritePipe(node, position)
    case 'FuncCall':
      return rewriteFunction(node, position)
    case 'OpCall':
      return rewriteOperator(node, position)
    case 'AccessAttribute':
      return rewriteAttribute(node, position)
    case 'Group':
      return position.isScore && someNode(node, isTextQuery)
        ? rewrite(node.base, position)
        : {...node, base: rewrite(node.base, {...position, isScore: false})}
    case 'ArrayCoerce':
      return {...node, base: rewrite(node.base, {...position, isScore: false})}
    case 'And':
    case 'Or':
      return mapChildren(node, (child) => rewrite(child, {...position, ...plain, isScore: position.isScore}))
    case 'Slice': {
      const whole = budgetedValue({...node, base: rewrite(node.base, {...position, ...plain})})
      return (position.query.hoists && firstCall(node, (filter) => rewrite(filter, nested(position)), whole)) || whole
    }
    case 'Map':
    case 'FlatMap': {
      const expr = rewrite(node.expr, {...position, ...plain, isRepeated: true, isHidden: true})
      return {
        ...node,
        base: rewriteIterated(node.base, {...position, ...plain}, [node.expr]),
        expr: node.type === 'FlatMap' ? budgetedValue(expr) : expr,
      }
    }
    case 'Array': {
      const elements = node.elements.map((element) => ({
        ...element,
        value: rewrite(element.value, {...position, ...plain}),
      }))
      return elements.some(({isSplat}) => isSplat) ? budgetedSpread(elements) : {...node, elements}
    }
    case 'Object':
      return {...node, attributes: node.attributes.map((attribute) => rewriteAttributeOf(attribute, position))}
    default:
      return mapChildren(node, (child, step) =>
        rewrite(child, step === 'same' ? {...position, ...plain} : nested(position)),
      )
  }
}

const chainable: ReadonlySet<string> = new Set([
  'AccessElement',
  'Filter',
  'FlatMap',
  'Map',
  'PipeFuncCall',
  'Projection',
  'Slice',
])

/** What is iterated over, with `exprs` evaluated for each item. Documents are counted when they are read, everything else here. */
function rewriteIterated(node: ExprNode, position: Position, exprs: readonly ExprNode[]): ExprNode {
  const items = rewrite(node, {...position, isIterated: true})
  return node.type === 'Everything' ? items : budgetedItems(items, weightOf(exprs))
}

function rewriteFilter(node: FilterNode, position: Position): ExprNode {
  const filters = [...position.filters, node.expr]
  return {
    ...node,
    base: rewriteIterated(node.base, {...position, filters, isScore: false}, [node.expr]),
    expr: rewrite(node.expr, nested(position)),
  }
}

function rewritePipe(node: PipeFuncCallNode, position: Position): ExprNode {
  const isScore = node.name === 'score'
  const filters = isScore ? position.filters.map((filter) => filterOfScore(filter, node.args)) : position.filters
  return {
    ...node,
    base: rewriteIterated(node.base, {...position, filters, isScore: false}, node.args),
    args: node.args.map((arg) => rewrite(arg, {...nested(position), isScore})),
  }
}

function rewriteAttributeOf(attribute: ObjectAttributeNode, position: Position): ObjectAttributeNode {
  const inside = {...position, ...plain}
  const value = rewrite(attribute.value, inside)
  if (attribute.type === 'ObjectAttributeValue') return {...attribute, value}
  if (attribute.type === 'ObjectSplat') return {...attribute, value: budgetedValue(value)}
  return {...attribute, condition: rewrite(attribute.condition, inside), value: budgetedValue(value)}
}

function rewriteAttribute(node: AccessAttributeNode, position: Position): ExprNode {
  const base = node.base ? rewrite(node.base, {...position, ...plain}) : undefined
  if (position.query.guards) return guardedAttribute(node.name, base)
  return base ? {...node, base} : node
}

function rewriteFunction(node: FuncCallNode, position: Position): ExprNode {
  const name = `${node.namespace}::${node.name}`
  if (isUnsupported(name)) return refuse(name)
  if (name === 'releases::all') return rewrite(allReleases, position)
  const [counted] = name === 'global::count' ? node.args : []
  const count = counted && !position.isHidden ? countCall(counted) : undefined
  const chain = counted && !count ? chainCall(node, position.isHidden, []) : undefined
  if (chain) return chain
  const isIterated = iteratingFunctions.has(node.namespace) || name === 'global::count'
  const scored = position.isScore && name === 'global::boost' ? node.args[0] : undefined
  const call = mapChildren(node, (arg) => {
    if (isIterated) return rewriteIterated(arg, {...position, ...plain}, [])
    const rewritten = rewrite(arg, {...position, ...plain, isScore: arg === scored})
    return lookingFunctions.has(name) ? budgetedLook(rewritten) : rewritten
  })
  if (count) return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [count, call]}
  if (node.namespace === 'diff' && call.type === 'FuncCall') {
    return boundedDiff(call, (condition) => rewrite(condition, nested(position)))
  }
  const native = nativeFunctions[name]
  if (!native || call.type !== 'FuncCall') return makingFunctions.has(name) ? budgetedValue(call) : call
  return nativeCall(native.call, native.takesThis ? [{type: 'This'}, ...call.args] : call.args)
}

function rewriteOperator(node: OpCallNode, position: Position): ExprNode {
  const inside = {...position, ...plain}
  if (node.op !== 'match') {
    const right = node.op === 'in' ? rewriteIterated(node.right, inside, []) : rewrite(node.right, inside)
    const whole = {...node, left: rewrite(node.left, inside), right}
    return node.op === '+' && !isConstant(node.left) && !isConstant(node.right) ? budgetedValue(whole) : whole
  }
  const match = rewriteMatch(node, (child) => rewrite(child, inside))
  return position.isScore ? rewriteMatchScore(match) : match.node
}

function hoist(node: ExprNode, {query}: Position): ExprNode {
  const closed = rewrite(node, {...plain, isRepeated: false, isHidden: false, query})
  const number = query.hoisted
  query.hoisted += 1
  return nativeCall((evaluation) => {
    const {closedValues, options} = evaluation
    if (!closedValues.has(number)) closedValues.set(number, evaluateSync(closed, options).data)
    return closedValues.get(number)
  }, [])
}

/** Adding it does not double anything. */
function isConstant(node: ExprNode): boolean {
  return node.type === 'Value' && (typeof node.value === 'string' || typeof node.value === 'number')
}

const iteratingFunctions = new Set(['array', 'math'])
/** Their time grows with their argument. */
const lookingFunctions = new Set([
  'global::length',
  'global::lower',
  'global::references',
  'global::upper',
  'pt::text',
  'string::lower',
  'string::split',
  'string::startsWith',
  'string::upper',
])
/** What they give can be longer than what they are given. */
const makingFunctions = new Set(['array::join', 'pt::text', 'string::split'])

const allReleases: ExprNode = {
  type: 'Filter',
  base: {type: 'Everything'},
  expr: {
    type: 'OpCall',
    op: '==',
    left: {type: 'AccessAttribute', name: '_type'},
    right: {type: 'Value', value: 'system.release'},
  },
}

function nested(position: Position): Position {
  return {...position, ...plain, isRepeated: true, isHidden: false}
}

const neverHoisted = new Set(['Everything', 'Group', 'ArrayCoerce'])

function isHoistable(node: ExprNode, {query, isRepeated, isScore, filters}: Position): boolean {
  if (!query.hoists || !isRepeated || isScore || filters.length > 0 || neverHoisted.has(node.type)) return false
  return someNode(node, readsDataset) && isClosed(node)
}

function readsDataset(node: ExprNode): boolean {
  return (
    node.type === 'Everything' ||
    (node.type === 'FuncCall' && (node.namespace === 'releases' || node.namespace === 'documents'))
  )
}
