import type {ExprNode, FuncCallNode, OpCallNode} from 'groq-js'
import type {LakeDocument} from '../../document.ts'
import {isTextQuery, isWholeDocument, matchCall, textQueryOf} from '../functions/rewriteMatch.ts'
import {someNode} from '../groqTree.ts'
import {searchableText} from '../text/documentText.ts'
import type {Look} from '../text/matchPattern.ts'
import {type CountedText, countedText, hasPhrase, scoreTextQuery, type TextQuery} from '../text/textQuery.ts'
import {joinedTexts} from '../text/wordCounts.ts'
import {compileAll} from './combine.ts'
import type {CompileScope, Run} from './compilation.ts'
import {refersTo} from './compiledFunctions.ts'
import {compileExpression} from './compileExpression.ts'
import {isConstant} from './isConstant.ts'

/** What a condition of `score()` counts for a document. */
export type Score = (document: LakeDocument, run: Run) => number

/**
 * A condition of `score()` on documents, with the number that `evaluateScore` of groq-js gives for what `rewriteQuery` makes of it. What it must know
 * of whole documents comes from the indexes. Undefined for what is not understood, a plain `match` of whole documents among it.
 */
export function compileScore(node: ExprNode, scope: CompileScope): Score | undefined {
  switch (node.type) {
    case 'Group':
      // As in `rewriteQuery`: conditions in parentheses count as one, unless they hold a `text::query`.
      return someNode(node.base, isTextQuery) ? compileScore(node.base, scope) : compileCondition(node.base, scope)
    case 'Or':
      return withBoth(node.left, node.right, scope, (left, right) => left + right)
    case 'And':
      return withBoth(node.left, node.right, scope, (left, right) => (left === 0 || right === 0 ? 0 : left + right))
    case 'OpCall':
      if (node.op !== 'match') return compileCondition(node, scope)
      return isTextQuery(node.right) ? compileTextQuery(node, scope) : compilePattern(node, scope)
    case 'FuncCall':
      if (node.namespace === 'global' && node.name === 'boost') return compileBoost(node, scope)
      return node.namespace === 'global' && node.name === 'references' && node.args.every(isConstant)
        ? compileReferences(node, scope)
        : compileCondition(node, scope)
    default:
      return compileCondition(node, scope)
  }
}

function withBoth(
  left: ExprNode,
  right: ExprNode,
  scope: CompileScope,
  make: (left: number, right: number) => number,
): Score | undefined {
  const first = compileScore(left, scope)
  const second = first && compileScore(right, scope)
  return second && ((item, run) => make(first(item, run), second(item, run)))
}

function compileCondition(node: ExprNode, scope: CompileScope): Score | undefined {
  const test = compileExpression(node, scope)
  return test && ((item, run) => (test(item, run) === true ? 1 : 0))
}

function compileBoost({args: [condition, by]}: FuncCallNode, scope: CompileScope): Score | undefined {
  const score = condition && compileScore(condition, scope)
  const boost = score && by && compileExpression(by, scope)
  if (!boost) return undefined
  return (item, run) => {
    const inner = score(item, run)
    const added = boost(item, run)
    return inner > 0 && typeof added === 'number' ? inner + added : 0
  }
}

/** The text of one part of what is looked through: of the document, or of a value in it. */
type Part = (document: LakeDocument, query: TextQuery, run: Run) => CountedText

function compileTextQuery({left, right}: OpCallNode, scope: CompileScope): Score | undefined {
  const [argument] = right.type === 'FuncCall' ? right.args : []
  const source = argument && compileExpression(argument, scope)
  const parts = source && partsOf(left).map((part) => compilePart(part, scope))
  if (!parts || parts.includes(undefined)) return undefined
  const known = parts.filter((part) => part !== undefined)
  return (item, run) => {
    const query = textQueryOf(run.evaluation, source(item, run))
    return query ? scoreTextQuery(query, joinedTexts(known.map((part) => part(item, query, run)))) : 0
  }
}

/** Each term of a plain pattern counts, also where others are not met. */
function compilePattern(node: OpCallNode, scope: CompileScope): Score | undefined {
  if (isWholeDocument(node.left)) return undefined
  const {score} = matchCall(node)
  const text = compileExpression(node.left, scope)
  const pattern = text && compileExpression(node.right, scope)
  return pattern && ((item, run) => Number(score(run.evaluation, text(item, run), pattern(item, run))))
}

/** `@` and `_id` of `[@, _id]`; any other value is one part. */
function partsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return partsOf(node.base)
  const isPlain = node.type === 'Array' && !node.elements.some(({isSplat}) => isSplat)
  return isPlain && isWholeDocument(node) ? node.elements.map(({value}) => value) : [node]
}

function compilePart(node: ExprNode, scope: CompileScope): Part | undefined {
  if (node.type === 'This') return textOfDocument
  const value = compileExpression(node, scope)
  return value && ((item, _, run) => countedText(searchableText(value(item, run)), look(run)))
}

/** Only words in a row are looked for in the text itself. */
const textOfDocument: Part = (document, query, run) =>
  (hasPhrase(query) ? undefined : run.evaluation.view.counted(document)) ??
  countedText(searchableText(whole(document, run)), look(run))

/** `references('id')`: the index tells which few documents have to be looked at. */
function compileReferences({args}: FuncCallNode, scope: CompileScope): Score | undefined {
  const constants = compileAll(args, scope)
  if (!constants) return undefined
  const known = new WeakMap<Run, Referring>()
  return (document, run) => {
    const values = constants.map((value) => value(null, run))
    const referring = known.get(run) ?? referringTo(values, run)
    known.set(run, referring)
    return referring.has(document._id) && refersTo(whole(document, run), values) ? 1 : 0
  }
}

type Referring = ReadonlySet<string>

function referringTo(values: readonly unknown[], {evaluation}: Run): Referring {
  const ids = values.flat().filter((id) => typeof id === 'string')
  const candidates = ids.length === 0 ? [] : evaluation.view.candidates({kind: 'references', ids}, ['_id'])
  return new Set(Array.from(candidates, ({_id}) => _id))
}

function look({evaluation}: Run): Look {
  return (value) => evaluation.budget.look(value)
}

/** The document may have been read in part. */
function whole(document: LakeDocument, {evaluation}: Run): LakeDocument {
  return evaluation.view.get(document._id) ?? document
}
