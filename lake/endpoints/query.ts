import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import {evaluateQueryAsync, type QueryResult} from '../query/evaluateQuery.ts'
import {parsePerspective} from '../query/perspective.ts'
import type {Endpoint, EndpointRequest} from './endpoint.ts'
import {readJsonObject} from './readJson.ts'

type JsonObject = {[key: string]: JsonValue}

interface QueryCall {
  query: string
  params: JsonObject
  perspective: string | string[] | undefined
  options: URLSearchParams
}

/** `GET /data/query/:ds?query=…&$name=<JSON>`: https://www.sanity.io/docs/http-query */
const getQuery: Endpoint = {
  method: 'GET',
  path: '/data/query/:ds',
  access: 'read',
  handle: (request) => answer(request, callOfUrl(request.url.searchParams)),
}

/** `POST /data/query/:ds` with `{query, params}`, for what a URL has no room for; the other options stay in the URL. */
const postQuery: Endpoint = {
  method: 'POST',
  path: '/data/query/:ds',
  access: 'read',
  handle: async (request) =>
    answer(request, callOfBody(await readJsonObject(request.request), request.url.searchParams)),
}

export const queryEndpoints: readonly Endpoint[] = [getQuery, postQuery]

async function answer({identity, apiVersion, context, params}: EndpointRequest, call: QueryCall): Promise<Response> {
  const started = performance.now()
  const dataset = context.dataset(params['ds'] ?? context.defaultDataset)
  const result = await evaluateQueryAsync({
    query: call.query,
    params: call.params,
    perspective: parsePerspective(call.perspective, apiVersion),
    source: dataset.source,
    identity: {id: identity.id},
    now: context.clock(),
    projectId: context.projectId,
    dataset: dataset.name,
    anonymous: identity.role === 'anonymous',
  })
  return respond(call, result, Math.round(performance.now() - started))
}

function respond({query, options}: QueryCall, {result, syncTags}: QueryResult, ms: number): Response {
  const returnsQuery = options.get('returnQuery') !== 'false'
  return Response.json({...(returnsQuery ? {query} : {}), result, ms, syncTags})
}

function callOfUrl(options: URLSearchParams): QueryCall {
  const query = options.get('query')
  if (query === null) throw new BadRequestError('The parameter "query" is missing')
  return {query, params: paramsOfUrl(options), perspective: perspectiveOfUrl(options), options}
}

function callOfBody(body: JsonObject, options: URLSearchParams): QueryCall {
  const {query, params = {}} = body
  if (typeof query !== 'string') throw new BadRequestError('"query" must be a string')
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new BadRequestError('"params" must be an object')
  }
  return {query, params: {...paramsOfUrl(options), ...params}, perspective: perspectiveOfUrl(options), options}
}

function paramsOfUrl(options: URLSearchParams): JsonObject {
  const params: JsonObject = {}
  for (const [name, value] of options) if (name.startsWith('$')) params[name.slice(1)] = paramValue(name, value)
  return params
}

function paramValue(name: string, text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch {
    throw new BadRequestError(`The parameter ${name} is not JSON: ${text.slice(0, 100)}`)
  }
}

function perspectiveOfUrl(options: URLSearchParams): string[] | undefined {
  const values = options.getAll('perspective').flatMap((value) => value.split(','))
  return values.length > 0 ? values : undefined
}
