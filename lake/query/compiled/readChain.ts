import type {ExprNode} from 'groq-js'
import {weightOf} from '../budgetedNodes.ts'
import {someNode} from '../groqTree.ts'
import {attributePath} from '../planner/attributePath.ts'
import {filterOfScore} from '../planner/filterOfScore.ts'
import {type Compiled, Compilation, type Run} from './compilation.ts'
import {type ColumnExpression, compileColumns} from './compileColumns.ts'
import {compileExpression} from './compileExpression.ts'
import {compileScore, type Score} from './compileScore.ts'
import {throughProjection} from './throughProjection.ts'

/** One key of `order()`. */
export interface ChainOrder {
  value: Compiled
  column: ColumnExpression | undefined
  /** The attribute that it is, if it is no more than one. */
  path: string | undefined
  direction: 'asc' | 'desc'
}

/** A projection or the like. */
interface ChainShape {
  value: Compiled
  /** Arrays are taken apart. */
  isFlat: boolean
  /** How many nodes are evaluated for each item. */
  weight: number
}

/** What is done with the documents that pass, in this order; each part is there at most once. */
export interface Chain {
  compilation: Compilation
  /** As parsed, innermost first. */
  filters: ExprNode[]
  tests: Compiled[]
  /** `score(…)` behind these filters, and the filters behind it: their `_score` is the document's. */
  score?: {args: ExprNode[]; of: Score; tests: Compiled[]}
  /** The filters over all documents at once; undefined when one of them or of the orders has no such form. */
  columns: ColumnExpression[] | undefined
  orders: ChainOrder[]
  slice?: {start: number; end: number}
  /** The attributes that filters and order read, when they are known. */
  sieveReads: (run: Run) => readonly string[] | undefined
  /** The same for the whole chain. */
  reads: (run: Run) => readonly string[] | undefined
  /** What becomes of each document, and then of what it became. */
  shapes: ChainShape[]
  shapeNodes: {node: ExprNode; isFlat: boolean}[]
  /** What becomes of all of them. */
  result: 'array' | 'first' | 'count'
}

/**
 * Reads `*[…] | order(…)[a...b]{…}`, `*[…][0]`, `count(*[…])` and the like as one chain of closures. Undefined when the node has another form, or
 * a part that cannot be compiled. `isHidden` says that `^` counts differently where the chain stands.
 */
export function readChain(node: ExprNode, isHidden: boolean): Chain | undefined {
  const chain: Chain = {
    compilation: new Compilation(),
    filters: [],
    tests: [],
    columns: [],
    orders: [],
    sieveReads: () => [],
    reads: () => [],
    shapes: [],
    shapeNodes: [],
    result: 'array',
  }
  if (!readInto(chain, node) || chain.filters.length + chain.orders.length === 0) return undefined
  if (isHidden && someNode(node, ({type}) => type === 'Parent')) return undefined
  return compileShapes(chain) ? chain : undefined
}

/** Reads a node into the chain after what it stands on, so that nearly every node of a query is found to be none before anything is compiled. */
function readInto(chain: Chain, node: ExprNode): boolean {
  switch (node.type) {
    case 'Everything':
      return true
    case 'Group':
    case 'ArrayCoerce':
      return readInto(chain, node.base) && chain.result === 'array'
    case 'Filter':
      return readInto(chain, node.base) && isSieve(chain) && readFilter(chain, node.expr)
    case 'PipeFuncCall':
      if (node.name === 'score') return readInto(chain, node.base) && isSieve(chain) && readScore(chain, node.args)
      return (
        node.name === 'order' &&
        readInto(chain, node.base) &&
        isOpen(chain) &&
        chain.orders.length === 0 &&
        readOrder(chain, node.args)
      )
    case 'Slice':
      if (node.left < 0 || node.right < 0 || !readInto(chain, node.base) || !isOpen(chain)) return false
      chain.slice = {start: node.left, end: node.isInclusive ? node.right + 1 : node.right}
      return true
    case 'AccessElement':
      if (node.index < 0 || !readInto(chain, node.base) || !isOpen(chain)) return false
      chain.slice = {start: node.index, end: node.index + 1}
      chain.result = 'first'
      return true
    case 'FuncCall': {
      const [counted] = node.args
      if (node.name !== 'count' || !counted || !readInto(chain, counted)) return false
      if (chain.result !== 'array' || chain.shapeNodes.length > 0) return false
      chain.result = 'count'
      return true
    }
    case 'Map':
    case 'FlatMap':
      if (!readInto(chain, node.base) || chain.result !== 'array') return false
      chain.shapeNodes.push({node: node.expr, isFlat: node.type === 'FlatMap'})
      return true
    case 'Projection':
      if (!readInto(chain, node.base) || chain.result !== 'first') return false
      chain.shapeNodes.push({node: node.expr, isFlat: false})
      return true
    default:
      return false
  }
}

/** Filters and orders come before everything else. */
function isSieve(chain: Chain): boolean {
  return isOpen(chain) && chain.orders.length === 0 && chain.shapeNodes.length === 0
}

/** What comes next is still said of the documents one by one. */
function isOpen({slice, shapeNodes, result}: Chain): boolean {
  return !slice && !shapeNodes.some(({isFlat}) => isFlat) && result === 'array'
}

function readFilter(chain: Chain, expr: ExprNode): boolean {
  const test = compile(chain, expr)
  if (!test) return false
  chain.filters.push(chain.score ? filterOfScore(expr, chain.score.args) : expr)
  ;(chain.score ?? chain).tests.push(test)
  const column = compileColumns(expr, chain.compilation.operands)
  chain.columns = column && chain.columns?.concat(column)
  noteSieve(chain)
  return true
}

function readScore(chain: Chain, args: ExprNode[]): boolean {
  const {compilation} = chain
  const scope = {compilation, compile: compileExpression, isDocument: true}
  const scores = args.map((arg) => compileScore(arg, scope)).filter((score) => score !== undefined)
  if (chain.score || scores.length < args.length) return false
  compilation.noteRead(['_score'])
  const of: Score = (document, run) => {
    const own = document['_score']
    return scores.reduce((sum, score) => sum + score(document, run), typeof own === 'number' ? own : 0)
  }
  chain.score = {args, of, tests: []}
  chain.columns = undefined
  noteSieve(chain)
  return true
}

function readOrder(chain: Chain, args: ExprNode[]): boolean {
  for (const arg of args) {
    const node = ofDocument(chain, arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg)
    const value = node && compile(chain, node)
    if (!value) return false
    const column = compileColumns(node, chain.compilation.operands)
    chain.orders.push({value, column, path: attributePath(node), direction: arg.type === 'Desc' ? 'desc' : 'asc'})
  }
  // Documents come in the order of their ids anyway, when they come in no order of scores.
  const last = chain.score ? undefined : chain.orders.at(-1)
  if (last?.direction === 'asc' && last.path === '_id') chain.orders.pop()
  noteSieve(chain)
  return true
}

/** An expression of what the documents have become so far, as one of the documents. */
function ofDocument({shapeNodes}: Chain, expr: ExprNode): ExprNode | undefined {
  return shapeNodes.reduceRight<ExprNode | undefined>((known, {node}) => known && throughProjection(known, node), expr)
}

/** Comes last, so that what filters and order read is known by itself. */
function compileShapes(chain: Chain): boolean {
  const {compilation} = chain
  for (const {node, isFlat} of chain.shapeNodes) {
    const isDocument = chain.shapes.length === 0
    const value = compileExpression(node, {compilation, compile: compileExpression, isDocument})
    if (!value) return false
    chain.shapes.push({value, isFlat, weight: weightOf([node])})
  }
  chain.reads = compilation.readsSoFar()
  return true
}

function noteSieve(chain: Chain): void {
  chain.sieveReads = chain.compilation.readsSoFar()
  chain.reads = chain.sieveReads
}

function compile({compilation}: Chain, node: ExprNode): Compiled | undefined {
  return compileExpression(node, {compilation, compile: compileExpression, isDocument: true})
}
