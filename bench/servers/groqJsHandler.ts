import {type Document, evaluate, parse} from 'groq-js'
import type {Handler} from '../../start/createHandler.ts'
import {talkDocuments} from '../data/talkDocuments.ts'
import {queryOf} from './queryOf.ts'

/** Plain groq-js over the whole dataset in memory: what one has without a lake. Trees are parsed once. */
export function groqJsHandler(talks: number): Handler {
  const dataset: Document[] = [...talkDocuments(talks)]
  const trees = new Map<string, ReturnType<typeof parse>>()
  return async (request) => {
    const {query, params} = queryOf(new URL(request.url))
    const tree = trees.get(query) ?? parse(query, {params})
    trees.set(query, tree)
    const value = await evaluate(tree, {dataset, params})
    return Response.json({result: await value.get()})
  }
}
