import {type EvaluateOptions, type ExprNode, evaluate, evaluateSync, toJS} from 'groq-js'
import type {JsonValue} from '../document.ts'
import {LakeError, QueryExecutionError} from '../errors.ts'
import type {DocumentSource} from './documentSource.ts'
import type {Evaluation} from './evaluation.ts'
import {evaluationParameter} from './nativeCall.ts'
import type {QueryParams} from './parsing/parseQuery.ts'
import type {Perspective} from './perspective.ts'
import {type PreparedQuery, prepareQuery} from './prepareQuery.ts'
import {type BudgetLimits, defaultLimits, QueryBudget} from './queryBudget.ts'
import {type ContentSourceMap, contentSourceMap, type SourceMapPaths} from './sourceMap/contentSourceMap.ts'
import {unknownOrigin} from './sourceMap/traced.ts'
import {traceExpression} from './sourceMap/traceExpression.ts'
import {SyncTags} from './syncTags.ts'
import {LastText} from './text/lastText.ts'
import {datasetView} from './views/datasetView.ts'

export interface QueryRequest {
  query: string
  params?: QueryParams
  perspective: Perspective
  source: DocumentSource
  /** What `identity()` gives. */
  identity: {id: string}
  /** What `now()` gives. */
  now: Date
  projectId: string
  dataset: string
  /** Sees only documents without a dot in their id. */
  anonymous: boolean
  limits?: BudgetLimits
}

export interface QueryResult {
  /** Parts of it are the source's own documents: not to be changed. */
  result: JsonValue
  syncTags: string[]
  /** Depends on the time or on who asks: not to be kept. */
  isVolatile: boolean
}

/**
 * Runs a GROQ query. Throws a QueryParseError for a query that is none, a QueryExecutionError for one that fails, is stopped by its limits (504 for
 * time), uses a function we lack (501) or needs `evaluateQueryAsync` (`diff::`, `delta::`).
 */
export function evaluateQuery(request: QueryRequest): QueryResult {
  return evaluatePrepared(prepareEvaluation(request), request)
}

/** `evaluateQuery` of what `prepareEvaluation` gave for the same query and parameters. */
export function evaluatePrepared(prepared: PreparedQuery, request: QueryRequest): QueryResult {
  if (prepared.isAsync) throw new QueryExecutionError('diff:: and delta:: functions cannot be used here', 501)
  const run = (tree: ExprNode): QueryResult => {
    const evaluation = startEvaluation(request)
    return finish(evaluation, prepared, evaluateSync(tree, evaluation.options))
  }
  return named(request, () => {
    try {
      return run(prepared.tree)
    } catch (error) {
      if (!isUnreadable(error)) throw error
      return run(prepared.guarded())
    }
  })
}

/** The same for every query, also those whose functions groq-js evaluates only asynchronously. */
export async function evaluateQueryAsync(request: QueryRequest): Promise<QueryResult> {
  const prepared = prepareEvaluation(request)
  if (!prepared.isAsync) return evaluatePrepared(prepared, request)
  const run = async (tree: ExprNode): Promise<QueryResult> => {
    const evaluation = startEvaluation(request)
    const value = await evaluate(tree, evaluation.options)
    return finish(evaluation, prepared, await value.asStatic())
  }
  try {
    return await run(prepared.tree).catch((error: unknown) => {
      if (!isUnreadable(error)) throw error
      return run(prepared.guarded())
    })
  } catch (error) {
    throw executionError(error, request)
  }
}

/**
 * Where the parts of a query's result come from (https://www.sanity.io/docs/content-source-maps). Nothing is told of queries whose functions groq-js
 * evaluates only asynchronously. Throws as `evaluateQuery`.
 */
export function traceQuery(request: QueryRequest, pathsBy: SourceMapPaths): ContentSourceMap {
  const {parsed, isAsync} = prepareEvaluation(request)
  if (isAsync) return contentSourceMap(undefined, pathsBy)
  return named(request, () => {
    const root = {value: unknownOrigin(null), parent: undefined, isHidden: false}
    return contentSourceMap(traceExpression(parsed, root, startEvaluation(request)), pathsBy)
  })
}

/** groq-js asks objects for their `hasOwnProperty`, which an attribute of that name hides. */
function isUnreadable(error: unknown): boolean {
  return error instanceof TypeError && error.message.includes('hasOwnProperty is not a function')
}

type QueryText = Pick<QueryRequest, 'query' | 'params'>

/** `prepareQuery`. A query can be too deep for the walks over its tree, too: that is its own fault, not the lake's. */
export function prepareEvaluation(request: QueryText): PreparedQuery {
  return named(request, () => prepareQuery(request.query, request.params ?? {}))
}

function startEvaluation(request: QueryRequest): Evaluation {
  const view = datasetView(request.source, request.perspective, request.anonymous)
  const budget = new QueryBudget(request.limits ?? defaultLimits)
  const tags = new SyncTags()
  const params: Record<string, unknown> = {...request.params}
  const options: EvaluateOptions = {
    dataset: [],
    params,
    identity: request.identity.id,
    timestamp: request.now,
    sanity: {projectId: request.projectId, dataset: request.dataset},
    dereference({_ref}) {
      budget.read()
      const document = view.get(_ref)
      tags.addDocument(document)
      return document
    },
  }
  const {projectId, dataset} = request
  const evaluation: Evaluation = {
    view,
    budget,
    tags,
    projectId,
    dataset,
    options,
    closedValues: new Map(),
    textQueries: new Map(),
    patterns: new Map(),
    texts: new LastText(),
  }
  params[evaluationParameter] = evaluation
  return evaluation
}

function finish(evaluation: Evaluation, prepared: PreparedQuery, value: ReturnType<typeof evaluateSync>): QueryResult {
  const result: unknown = prepared.hasRichValues ? toJS(value) : value.data
  return {result: asJson(result), syncTags: evaluation.tags.toArray(), isVolatile: prepared.isVolatile}
}

function asJson(value: unknown): JsonValue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of documents, parameters and groq-js's own JSON values
  return (value ?? null) as JsonValue
}

function named<Result>(request: QueryText, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw executionError(error, request)
  }
}

function executionError(error: unknown, {query}: QueryText): unknown {
  if (error instanceof QueryExecutionError && error.status === 504) error.query = query
  if (error instanceof LakeError) return error
  if (error instanceof RangeError)
    return new QueryExecutionError('The query is nested too deeply, or its result is too large')
  return error instanceof Error ? new QueryExecutionError(`The query failed: ${error.message}`) : error
}
