import type {ExprNode} from 'groq-js'

import {someNode} from '../groqTree.ts'
import {attributePath} from '../planner/attributePath.ts'
import {type Compiled, Compilation, type Run} from './compilation.ts'
import {type ColumnExpression, compileColumns} from './compileColumns.ts'
import {compileExpression} from './compileExpression.ts'

/** One key of `order()`. */
export interface ChainOrder {
  node: ExprNode
  value: Compiled
  column: ColumnExpression | undefined
  direction: 'asc' | 'desc'
}

/** What is done with the documents that pass, in this order; each part is there at most once. */
export interface Chain {
  compilation: Compilation
  /** As parsed, innermost first. */
  filters: ExprNode[]
  tests: Compiled[]
  /** The filters over all documents at once; undefined when one of them or of the orders has no such form. */
  columns: ColumnExpression[] | undefined
  orders: ChainOrder[]
  slice?: {start: number; end: number}
  /** The attributes that filters and order read, when they are known. */
  sieveReads: (run: Run) => readonly string[] | undefined
  /** The same for the whole chain. */
  reads: (run: Run) => readonly string[] | undefined
  /** What becomes of each document. */
  shape?: {value: Compiled; isFlat: boolean}
  /** What becomes of all of them. */
  result: 'array' | 'first' | 'count'
}

/**
 * Reads `*[…] | order(…)[a...b]{…}`, `*[…][0]`, `count(*[…])` and the like as one chain of closures. Undefined when the node has another form, or
 * a part that cannot be compiled. `isHidden` says that `^` counts differently where the chain stands.
 */
export function readChain(node: ExprNode, isHidden: boolean): Chain | undefined {
  if (!endsInEverything(node) || (isHidden && someNode(node, ({type}) => type === 'Parent'))) return undefined
  const chain: Chain = {
    compilation: new Compilation(),
    filters: [],
    tests: [],
    columns: [],
    orders: [],
    sieveReads: () => [],
    reads: () => [],
    result: 'array',
  }
  return readInto(chain, node) && chain.filters.length + chain.orders.length > 0 ? chain : undefined
}

/** Says quickly no to nearly every node of a query. */
function endsInEverything(node: ExprNode): boolean {
  switch (node.type) {
    case 'Everything':
      return true
    case 'FuncCall':
      return node.name === 'count' && node.args[0] !== undefined && endsInEverything(node.args[0])
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'FlatMap':
    case 'Group':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
    case 'Slice':
      return endsInEverything(node.base)
    default:
      return false
  }
}

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
      return node.name === 'order' && readInto(chain, node.base) && isSieve(chain) && readOrder(chain, node.args)
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
      if (!counted || !readInto(chain, counted) || chain.result !== 'array' || chain.shape) return false
      chain.result = 'count'
      return true
    }
    case 'Map':
    case 'FlatMap':
      return (
        readInto(chain, node.base) && chain.result === 'array' && readShape(chain, node.expr, node.type === 'FlatMap')
      )
    case 'Projection':
      return readInto(chain, node.base) && chain.result === 'first' && readShape(chain, node.expr, false)
    default:
      return false
  }
}

/** Filters and orders come before everything else. */
function isSieve(chain: Chain): boolean {
  return isOpen(chain) && chain.orders.length === 0
}

function isOpen({slice, shape, result}: Chain): boolean {
  return !slice && !shape && result === 'array'
}

function readFilter(chain: Chain, expr: ExprNode): boolean {
  const test = compile(chain, expr)
  if (!test) return false
  chain.filters.push(expr)
  chain.tests.push(test)
  const column = compileColumns(expr, chain.compilation.operands)
  chain.columns = column && chain.columns?.concat(column)
  noteSieve(chain)
  return true
}

function readOrder(chain: Chain, args: ExprNode[]): boolean {
  for (const arg of args) {
    const node = arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg
    const value = compile(chain, node)
    if (!value) return false
    const column = compileColumns(node, chain.compilation.operands)
    chain.orders.push({node, value, column, direction: arg.type === 'Desc' ? 'desc' : 'asc'})
  }
  // Documents come in the order of their ids anyway.
  const last = chain.orders.at(-1)
  if (last?.direction === 'asc' && attributePath(last.node) === '_id') chain.orders.pop()
  noteSieve(chain)
  return true
}

function readShape(chain: Chain, expr: ExprNode, isFlat: boolean): boolean {
  const value = chain.shape ? undefined : compile(chain, expr)
  if (!value) return false
  chain.shape = {value, isFlat}
  chain.reads = chain.compilation.readsSoFar()
  return true
}

function noteSieve(chain: Chain): void {
  chain.sieveReads = chain.compilation.readsSoFar()
  chain.reads = chain.sieveReads
}

function compile({compilation}: Chain, node: ExprNode): Compiled | undefined {
  return compileExpression(node, {compilation, compile: compileExpression, isDocument: true})
}
