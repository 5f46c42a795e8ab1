import type {ExprNode, FuncCallNode, OpCallNode} from 'groq-js'
import {budgetedLook} from '../budgetedNodes.ts'
import type {Evaluation} from '../evaluation.ts'
import {type NativeFunction, nativeCall} from '../nativeCall.ts'
import {searchableText} from '../text/documentText.ts'
import {
  compileMatchPattern,
  type Look,
  type MatchPattern,
  matchesPattern,
  matchesSpelling,
  patternSieve,
  scorePattern,
} from '../text/matchPattern.ts'
import {
  countedText,
  isMetByAll,
  matchesTextQuery,
  parseTextQuery,
  scoreTextQuery,
  type TextQuery,
  textQuerySieve,
} from '../text/textQuery.ts'
import {refuse} from './nativeFunctions.ts'

/** A rewritten `match`: `score` gives what `score()` must count for it, absent when groq-js counts right by itself. */
export interface RewrittenMatch {
  node: ExprNode
  score?: ExprNode
}

/**
 * `match` as groq-js can evaluate it. `text::query()` and a document on the left (`@`, `[@, _id]`) are ours; so are patterns whose regular
 * expression could take for ever; the rest stays groq-js's.
 */
export function rewriteMatch(node: OpCallNode, rewrite: (child: ExprNode) => ExprNode): RewrittenMatch {
  const {call, score, right} = matchCall(node)
  if (!right) return {node: refuse('text::query')}
  if (call === isPatternMet && isQuickPattern(node.right)) {
    return {node: {...node, left: budgetedLook(rewrite(node.left)), right: rewrite(node.right)}}
  }
  const args = [rewrite(node.left), rewrite(right)]
  return {node: nativeCall(call, args), score: nativeCall(score, args)}
}

/** How to see quickly whether a scalar matches: whatever does has `needle` in its spelling, which `meets` then looks at closely. */
export interface MatchSieve {
  spell: (value: unknown) => string
  needle: (evaluation: Evaluation, right: unknown) => string
  meets: (evaluation: Evaluation, spelled: string, right: unknown) => boolean
}

/** Our functions for a `match`: of its left side and of `right`, which is absent when `text::query()` has no argument. */
export interface MatchCall {
  call: NativeFunction
  score: NativeFunction
  right?: ExprNode
  sieve?: MatchSieve
}

/** What `match` means. */
export function matchCall(node: OpCallNode): MatchCall {
  if (isTextQuery(node.right)) {
    const [right] = node.right.args
    return {call: isTextQueryMet, score: textQueryScore, sieve: queryNeedle, ...(right ? {right} : {})}
  }
  if (isWholeDocument(node.left)) {
    return {call: isPatternMetByDocument, score: documentPatternScore, right: node.right}
  }
  return {call: isPatternMet, score: patternScore, right: node.right, sieve: patternNeedle}
}

/** `text::query(…)`. */
export function isTextQuery(node: ExprNode): node is FuncCallNode {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'
}

const queryNeedle: MatchSieve = {
  spell: textQuerySieve.spell,
  needle: (evaluation, source) => textQuerySieve.needle(textQuery(evaluation, source) ?? []),
  meets(evaluation, spelled, source) {
    evaluation.budget.look(source)
    return matchesTextQuery(textQuery(evaluation, source) ?? [], spelled, () => spelled, lookOf(evaluation))
  },
}
const patternNeedle: MatchSieve = {
  spell: patternSieve.spell,
  needle: (evaluation, pattern) => patternSieve.needle(compiledPattern(evaluation, pattern)),
  meets: (evaluation, spelled, pattern) =>
    matchesSpelling(spelled, compiledPattern(evaluation, pattern), lookOf(evaluation)),
}

/**
 * `score()` counts a condition that is no plain `match` as 1, and `boost(condition, n)` as 1 + n: so a boost of what is always true carries the
 * score we want. A pattern of which some terms are met counts those, though it does not match.
 */
export function rewriteMatchScore({node, score}: RewrittenMatch): ExprNode {
  if (!score) return node
  const excess: ExprNode = {type: 'OpCall', op: '-', left: score, right: {type: 'Value', value: 1}}
  return {type: 'FuncCall', namespace: 'global', name: 'boost', args: [{type: 'Value', value: true}, excess]}
}

const isTextQueryMet: NativeFunction = (evaluation, value, query) => {
  const compiled = textQueryOf(evaluation, query)
  return (
    compiled !== undefined && matchesTextQuery(compiled, value, (it) => evaluation.texts.of(it), lookOf(evaluation))
  )
}

const textQueryScore: NativeFunction = (evaluation, value, query) => {
  const compiled = textQueryOf(evaluation, query)
  return compiled ? scoreTextQuery(compiled, countedText(evaluation.texts.of(value), lookOf(evaluation))) : 0
}

/** Whether `text::query(source)` is met by every value, without a look at it. */
export function isTextQueryMetByAll(evaluation: Evaluation, source: unknown): boolean {
  const query = textQuery(evaluation, source)
  return query !== undefined && isMetByAll(query)
}

const isPatternMet: NativeFunction = (evaluation, value, pattern) =>
  matchesPattern(value, compiledPattern(evaluation, pattern), lookOf(evaluation))
const patternScore: NativeFunction = (evaluation, value, pattern) =>
  scorePattern(value, compiledPattern(evaluation, pattern), lookOf(evaluation))
const isPatternMetByDocument: NativeFunction = (evaluation, value, pattern) =>
  matchesPattern(stringsOf(value), compiledPattern(evaluation, pattern), lookOf(evaluation))
const documentPatternScore: NativeFunction = (evaluation, value, pattern) =>
  scorePattern(stringsOf(value), compiledPattern(evaluation, pattern), lookOf(evaluation))

function lookOf({budget}: Evaluation): Look {
  return (value) => budget.look(value)
}

/** Whether the left side of a `match` is the document itself, perhaps among others. */
export function isWholeDocument(left: ExprNode): boolean {
  if (left.type === 'Group') return isWholeDocument(left.base)
  return (
    left.type === 'This' || (left.type === 'Array' && left.elements.some((element) => element.value.type === 'This'))
  )
}

/** A document counts as its searchable text; strings and arrays of strings as themselves. */
function stringsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringsOf)
  return typeof value === 'object' && value !== null ? searchableText(value) : value
}

const mostQuickTerms = 10

/** Constant patterns of a few terms with at most one wildcard, or one at each end: linear as regular expressions. */
function isQuickPattern(right: ExprNode): boolean {
  const terms = right.type === 'Value' ? compileMatchPattern(right.value) : undefined
  return (
    terms !== undefined &&
    terms.length <= mostQuickTerms &&
    terms.every((parts) => parts.length <= 2 || (parts.length === 3 && parts[0] === '' && parts[2] === ''))
  )
}

/** The compiled argument of `text::query()`, which is told to the budget. Undefined for what is no string. */
export function textQueryOf(evaluation: Evaluation, source: unknown): TextQuery | undefined {
  evaluation.budget.look(source)
  return textQuery(evaluation, source)
}

function textQuery({textQueries}: Evaluation, source: unknown): TextQuery | undefined {
  if (typeof source !== 'string') return undefined
  const query = textQueries.get(source) ?? parseTextQuery(source)
  textQueries.set(source, query)
  return query
}

function compiledPattern({budget, patterns}: Evaluation, source: unknown): MatchPattern {
  budget.look(source)
  if (typeof source !== 'string') return compileMatchPattern(source)
  const pattern = patterns.get(source) ?? compileMatchPattern(source)
  patterns.set(source, pattern)
  return pattern
}
