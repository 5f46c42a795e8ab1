import {isObject} from '../isObject.ts'
import {evaluateRaw} from '../query/evaluateRaw.ts'
import type {SelectByQuery} from './createDataset.ts'

/** Selects the documents of a patch or delete by query, drafts and versions included, as the query planner narrows them. */
export const selectByQuery: SelectByQuery = (source, query, params) => idsIn(evaluateRaw({source, query, params}))

/** Ids in the answer of a query that selects documents: of documents, or strings that are ids. */
function idsIn(result: unknown): string[] {
  const items = Array.isArray(result) ? result : [result]
  const ids = items.map((item: unknown) => (isObject(item) ? item['_id'] : item))
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}
