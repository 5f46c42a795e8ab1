import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../../document.ts'
import type {Narrowing, SortKey} from '../documentSource.ts'
import {countReads, readCandidates} from '../evaluation.ts'
import {nativeCall} from '../nativeCall.ts'
import {filterOfScore} from '../planner/filterOfScore.ts'
import {narrowAll, narrowFilter} from '../planner/narrowFilter.ts'
import type {Run} from './compilation.ts'
import {firstSorted, type Keyed, type Portion} from './firstSorted.ts'
import {attributeOf} from './plainValues.ts'
import {type Chain, type ChainOrder, readChain} from './readChain.ts'
import {holdsText, searchColumns} from './searchColumns.ts'

/** A chain that is being evaluated. */
export interface ChainRun extends Run {
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
  const {score} = chain
  const behind = score ? outer.map((filter) => filterOfScore(filter, score.args)) : outer
  const known = isHidden || chain.slice || chain.shapes.length > 0 ? [] : behind
  const plan = narrowAll([...chain.filters, ...known].map((filter) => narrowFilter(filter, operands)))
  const key = score ? undefined : sortKeyOf(chain.orders)
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    evaluation.tags.addNarrowing(narrowing)
    return evaluateChain({evaluation, params: evaluation.options.params ?? {}, values, chain, narrowing, key})
  }, operands.nodes)
}

function evaluateChain(run: ChainRun): unknown {
  const {chain} = run
  // A word is met so rarely along an index of the order that columns find all of its documents sooner.
  const isText = holdsText(run.narrowing)
  const found = isText ? searchColumns(run) : undefined
  const sorted = !found && chain.result !== 'count' && chain.slice ? sortedBySource(run) : undefined
  const search = sorted || isText ? found : searchColumns(run)
  if (chain.result === 'count') return search ? search.found.length : count(run)
  const documents = search ? search.documents(shapeReads(run)) : (sorted ?? completed(run, sieve(run)))
  const shaped = shape(run, documents)
  return chain.result === 'first' ? (shaped[0] ?? null) : shaped
}

function count(run: ChainRun): number {
  const {start, end} = run.chain.slice ?? everything
  const documents = passing(run, readCandidates(run.evaluation, run.narrowing, run.chain.sieveReads(run)))
  let found = 0
  while (found < end && documents.next().done !== true) found += 1
  return Math.max(0, found - start)
}

/**
 * The documents of the slice as they come along an index of the chain's order, with all that is read of them; undefined when there is no such index.
 * Few are looked at in vain, so each is read once.
 */
function sortedBySource(run: ChainRun): LakeDocument[] | undefined {
  const {chain, evaluation, narrowing, key} = run
  const {slice = everything} = chain
  if (slice.start >= slice.end) return []
  // Along the ids there is no index to walk: what is met is read, once and with all that is wanted of it.
  const isById = key?.path === '_id'
  const reads = shapeReads(run)
  const documents =
    key && evaluation.view.ordered(narrowing, key, reads ?? (isById ? undefined : chain.sieveReads(run)))
  const found = documents && portion(passing(run, countReads(evaluation, documents)), slice)
  return isById || reads || !found ? found : complete(run, found)
}

/** The documents of the slice. They have the attributes that are read of them, others perhaps not. */
function sieve(run: ChainRun): LakeDocument[] {
  const {chain, evaluation, narrowing} = run
  const {slice = everything, orders, score} = chain
  if (slice.start >= slice.end) return []
  const kept = passing(run, readCandidates(evaluation, narrowing, sievedAttributes(run)))
  const keys = score ? [...orders, byScore] : orders
  return keys.length === 0 ? portion(kept, slice) : firstSorted(keyed(kept, keys, run), keys, slice)
}

/** What was scored comes in this order, which decides between equals of every other. */
const byScore: ChainOrder = {
  value: (document) => attributeOf(document, '_score'),
  column: undefined,
  path: undefined,
  direction: 'desc',
}

function* keyed(
  documents: Iterable<LakeDocument>,
  orders: readonly ChainOrder[],
  run: ChainRun,
): Generator<Keyed<LakeDocument>> {
  for (const item of documents) yield {item, keys: orders.map(({value}) => value(item, run))}
}

/** The documents that pass, with their `_score` if they are scored. */
function* passing(
  {chain: {tests, score}, ...run}: ChainRun,
  documents: Iterable<LakeDocument>,
): Generator<LakeDocument> {
  const [test, ...others] = tests
  for (const document of documents) {
    if (test && test(document, run) !== true) continue
    if (!others.every((other) => other(document, run) === true)) continue
    const scored = score ? {...document, _score: score.of(document, run)} : document
    if (!score || score.tests.every((other) => other(scored, run) === true)) yield scored
  }
}

const everything: Portion = {start: 0, end: Infinity}

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

/** Documents that are better read whole, and then stay in memory, than without the attributes that nobody reads. */
const few = 50

/** The documents with all that is read of them, and with the score that they were sorted by. */
function completed(run: ChainRun, documents: LakeDocument[]): LakeDocument[] {
  const known = complete(run, documents)
  if (!run.chain.score || known === documents) return known
  return known.map((document, at) => ({...document, _score: documents[at]?.['_score'] ?? 0}))
}

/** The documents with all that is read of them, and whole when nothing is made of them. */
function complete(run: ChainRun, documents: LakeDocument[]): LakeDocument[] {
  const {view} = run.evaluation
  const reads = shapeReads(run)
  if (isComplete(run, reads)) return documents
  if (!reads || documents.length <= few) return documents.map((document) => view.get(document._id) ?? document)
  const ids = documents.map(({_id}) => _id)
  const read = new Map(Array.from(view.candidates({kind: 'ids', ids}, reads), (document) => [document._id, document]))
  return documents.map((document) => read.get(document._id) ?? document)
}

/** What the whole chain reads of documents, when something is made of them and it is known. */
function shapeReads(run: ChainRun): readonly string[] | undefined {
  return run.chain.shapes.length > 0 ? run.chain.reads(run) : undefined
}

/** What is read of the documents at first: all that is needed of them, unless few may pass. Undefined for whole documents. */
function sievedAttributes(run: ChainRun): readonly string[] | undefined {
  const sieved = run.chain.sieveReads(run)
  if (run.chain.slice) return sieved
  // Where only the type decides, the narrowing has decided already.
  return shapeReads(run) ?? (sieved?.every((path) => path === '_type' || path === '_id') ? undefined : sieved)
}

/** Whether the documents that were sieved have all that is read of them. */
function isComplete(run: ChainRun, reads: readonly string[] | undefined): boolean {
  const sieved = sievedAttributes(run)
  return sieved === undefined || (reads?.every((path) => sieved.includes(path)) ?? false)
}

function shape(run: ChainRun, documents: LakeDocument[]): unknown[] {
  const {budget} = run.evaluation
  return run.chain.shapes.reduce<unknown[]>((items, {value, isFlat, weight}) => {
    const shaped = items.map((item) => {
      budget.work(weight)
      const made = value(item, run)
      if (isFlat) budget.make(made)
      return made
    })
    return isFlat ? shaped.flat() : shaped
  }, documents)
}

/** The one attribute that documents are sorted by. */
function sortKeyOf([first, second]: readonly ChainOrder[]): SortKey | undefined {
  return first?.path === undefined || second ? undefined : {path: first.path, direction: first.direction}
}
