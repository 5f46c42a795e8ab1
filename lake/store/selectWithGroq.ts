import {evaluateSync, parse} from 'groq-js'
import {isPlainObject} from '../mutations/jsonValues.ts'
import type {SelectByQuery} from './createDataset.ts'

/** Selects with groq-js over all documents: right, and as slow as a scan. The lake passes its planned evaluation instead. */
export const selectWithGroq: SelectByQuery = (source, query, params) => {
  const tree = parse(query, {params})
  const value: unknown = evaluateSync(tree, {dataset: [...source.candidates({kind: 'all'})], params}).get()
  return idsIn(value)
}

/** Ids in the answer of a query that selects documents: of documents, or strings that are ids. */
export function idsIn(result: unknown): string[] {
  const items = Array.isArray(result) ? result : [result]
  const ids = items.map((item: unknown) => (isPlainObject(item) ? item['_id'] : item))
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}
