import type {JsonValue} from '../document.ts'
import {evaluateQuery, type QueryRequest} from './evaluateQuery.ts'
import {rawPerspective} from './perspective.ts'

/**
 * What a query gives over the documents as they are stored, drafts and versions included: for the lake's own questions, whose answers are no
 * endpoint's. Throws as `evaluateQuery`.
 */
export function evaluateRaw(
  request: Pick<QueryRequest, 'query' | 'params' | 'source' | 'limits'> & {identity?: string},
): JsonValue {
  const {identity = '', ...asked} = request
  return evaluateQuery({
    ...asked,
    perspective: rawPerspective,
    identity: {id: identity},
    now: new Date(),
    projectId: '',
    dataset: '',
    anonymous: false,
  }).result
}
