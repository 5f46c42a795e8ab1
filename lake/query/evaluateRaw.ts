import type {JsonValue} from '../document.ts'
import {evaluatePrepared, prepareEvaluation, type QueryRequest} from './evaluateQuery.ts'
import {rawPerspective} from './perspective.ts'
import {defaultLimits} from './queryBudget.ts'

type RawQuery = Pick<QueryRequest, 'query' | 'params'> & {identity?: string}
type Asked = Pick<QueryRequest, 'source' | 'limits'>

/**
 * What a query gives over the documents as they are stored, drafts and versions included: for the lake's own questions, whose answers are no
 * endpoint's. Throws as `evaluateQuery`.
 */
export function evaluateRaw(request: RawQuery & Asked): JsonValue {
  return prepareRaw(request)(request)
}

/** The same for a query that is asked again and again: it is read once, which can take as long as what it asks for. */
export function prepareRaw({query, params = {}, identity = ''}: RawQuery): (asked: Asked) => JsonValue {
  const prepared = prepareEvaluation({query, params})
  return ({source, limits = defaultLimits}) =>
    evaluatePrepared(prepared, {
      source,
      limits,
      query,
      params,
      perspective: rawPerspective,
      identity: {id: identity},
      now: new Date(),
      projectId: '',
      dataset: '',
      anonymous: false,
    }).result
}
