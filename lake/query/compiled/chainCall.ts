import type {ExprNode} from 'groq-js'

import type {LakeDocument} from '../../document.ts'
import {compareValues} from '../compareValues.ts'
import type {Narrowing, SortKey} from '../documentSource.ts'
import {countReads, readCandidates} from '../evaluation.ts'
import {nativeCall} from '../nativeCall.ts'
import {attributePath} from '../planner/attributePath.ts'
import {narrowAll, narrowFilter} from '../planner/narrowFilter.ts'
import type {Run} from './compilation.ts'
import {type Chain, type ChainOrder, readChain} from './readChain.ts'

/** A chain that is being evaluated. */
interface ChainRun extends Run {
  chain: Chain
  narrowing: Narrowing
  /** The order that the source may have an index for, when that is the chain's. */
  key: SortKey | undefined
}

/**
 * A whole chain of filters, order, slice and projection on `*` evaluated by closures instead of groq-js; `outer` are filters that its result must
 * pass afterwards. Undefined when some part of the chain needs groq-js.
 */
export function chainCall(node: ExprNode, isHidden: boolean, outer: readonly ExprNode[]): ExprNode | undefined {
  const chain = readChain(node, isHidden)
  if (!chain) return undefined
  const {operands} = chain.compilation
  const known = isHidden || chain.slice || chain.shape ? [] : outer
  const plan = narrowAll([...chain.filters, ...known].map((filter) => narrowFilter(filter, operands)))
  const key = sortKeyOf(chain.orders)
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    evaluation.tags.addNarrowing(narrowing)
    return evaluateChain({evaluation, params: evaluation.options.params ?? {}, values, chain, narrowing, key})
  }, operands.nodes)
}

function evaluateChain(run: ChainRun): unknown {
  const {chain} = run
  if (chain.result === 'count') return count(run)
  const documents = shape(run, sieve(run))
  return chain.result === 'first' ? (documents[0] ?? null) : documents
}

function count(run: ChainRun): number {
  const {start, end} = run.chain.slice ?? {start: 0, end: Infinity}
  const documents = passing(run, readCandidates(run.evaluation, run.narrowing, run.chain.sieveReads(run)))
  let found = 0
  while (found < end && documents.next().done !== true) found += 1
  return Math.max(0, found - start)
}

/** The documents of the slice. They have the attributes that are read of them, others perhaps not. */
function sieve(run: ChainRun): LakeDocument[] {
  const {chain, evaluation, narrowing, key} = run
  const {slice = {start: 0, end: Infinity}, orders} = chain
  if (slice.start >= slice.end) return []
  const sorted = key && chain.slice ? evaluation.view.ordered(narrowing, key, chain.sieveReads(run)) : undefined
  if (sorted) return portion(passing(run, countReads(evaluation, sorted)), slice)
  const attributes = (chain.slice || !chain.shape ? undefined : chain.reads(run)) ?? chain.sieveReads(run)
  const kept = passing(run, readCandidates(evaluation, narrowing, attributes))
  return orders.length === 0 ? portion(kept, slice) : sort(kept, run, slice)
}

function* passing({chain: {tests}, ...run}: ChainRun, documents: Iterable<LakeDocument>): Generator<LakeDocument> {
  const [test, ...others] = tests
  for (const document of documents) {
    if (test && test(document, run) !== true) continue
    if (others.every((other) => other(document, run) === true)) yield document
  }
}

interface Portion {
  start: number
  end: number
}

function portion(documents: Iterable<LakeDocument>, {start, end}: Portion): LakeDocument[] {
  const found: LakeDocument[] = []
  let at = 0
  for (const document of documents) {
    if (at >= start) found.push(document)
    at += 1
    if (at >= end) break
  }
  return found
}

/** Documents kept for each one wanted, before those that cannot be among the first are dropped. */
const slack = 4

/** The first ones in the chain's order; holds no more than it may need. */
function sort(documents: Iterable<LakeDocument>, run: ChainRun, {start, end}: Portion): LakeDocument[] {
  const {orders} = run.chain
  const compare = comparison(orders)
  const limit = end * slack + 256
  let rows: Row[] = []
  for (const document of documents) {
    rows.push({document, keys: orders.map(({value}) => value(document, run))})
    if (rows.length > limit) rows = rows.sort(compare).slice(0, end)
  }
  return rows
    .sort(compare)
    .slice(start, end)
    .map(({document}) => document)
}

interface Row {
  document: LakeDocument
  keys: unknown[]
}

function comparison(orders: readonly ChainOrder[]): (left: Row, right: Row) => number {
  const signs = orders.map(({direction}) => (direction === 'asc' ? 1 : -1))
  return (left, right) => {
    for (const [at, sign] of signs.entries()) {
      const compared = sign * compareValues(left.keys[at], right.keys[at])
      if (compared !== 0) return compared
    }
    return 0
  }
}

function shape(run: ChainRun, documents: LakeDocument[]): unknown[] {
  const {chain, evaluation} = run
  const whole = isWhole(run) ? documents : documents.map((document) => evaluation.view.get(document._id) ?? document)
  if (!chain.shape) return whole
  const {value, isFlat} = chain.shape
  const shaped = whole.map((document) => value(document, run))
  return isFlat ? shaped.flat() : shaped
}

/** Whether the documents that were sieved have all that the projection reads. */
function isWhole(run: ChainRun): boolean {
  const {chain} = run
  const sieved = chain.sieveReads(run)
  const reads = chain.shape ? chain.reads(run) : undefined
  if (sieved === undefined || !reads) return sieved === undefined
  return !chain.slice || reads.every((name) => sieved.includes(name))
}

/** The one attribute that documents are sorted by. */
function sortKeyOf([first, second]: readonly ChainOrder[]): SortKey | undefined {
  const path = first && !second ? attributePath(first.node) : undefined
  return first && path !== undefined ? {path, direction: first.direction} : undefined
}
