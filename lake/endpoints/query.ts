import {groupType} from '../auth/groups.ts'
import type {JsonObject} from '../document.ts'
import {BadRequestError, NotImplementedError} from '../errors.ts'
import type {DocumentSource} from '../query/documentSource.ts'
import {evaluateQueryAsync, type QueryRequest, traceQuery} from '../query/evaluateQuery.ts'
import {parsePerspective} from '../query/perspective.ts'
import type {SourceMapPaths} from '../query/sourceMap/contentSourceMap.ts'
import {overlaySource} from '../store/reading/overlaySource.ts'
import {datasetOf, type Endpoint, type EndpointRequest, type LakeContext} from './endpoint.ts'
import {keepAnswer, recallAnswer, serializeResult, type StoredAnswer} from './queryAnswers.ts'
import {checkDepth, readJsonObject} from './readJson.ts'
import {flag} from './urlOptions.ts'
import {urlParams} from './urlParams.ts'

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

async function answer(request: EndpointRequest, call: QueryCall): Promise<Response> {
  const started = performance.now()
  // Without it the answer would be that of another variant, and nobody would notice.
  if (call.options.has('variant') || call.options.has('variantCondition')) {
    throw new NotImplementedError('Reading variants of documents')
  }
  const {identity, apiVersion, context} = request
  const dataset = datasetOf(request)
  const perspective = parsePerspective(call.perspective, apiVersion)
  const source = sourceFor(call, dataset.source, context)
  const anonymous = identity.role === 'anonymous'
  const pathsBy = sourceMapPaths(call.options)
  const echo = flag(request.url, 'returnQuery', true) ? call.query : undefined
  const key = JSON.stringify([call.query, call.params, perspective, anonymous, pathsBy])
  const known = recallAnswer(source, key)
  if (known) return respond(echo, known, started)
  const behind = dataset.catchUp()
  if (behind) await behind
  const {revision} = source
  const asked: QueryRequest = {
    query: call.query,
    params: call.params,
    perspective,
    source,
    identity: {id: identity.id},
    now: context.clock(),
    projectId: context.projectId,
    dataset: dataset.name,
    anonymous,
  }
  const {result, syncTags, isVolatile} = await evaluateQueryAsync(asked)
  const sourceMap = pathsBy && {sourceMap: JSON.stringify(traceQuery(asked, pathsBy))}
  const stored = {revision, result: serializeResult(result), syncTags, ...sourceMap}
  if (!isVolatile) keepAnswer(source, key, stored)
  return respond(echo, stored, started)
}

/** The dataset, with the group documents for a query that names their type: no other query pays for them, or counts them. */
function sourceFor({query, params}: QueryCall, source: DocumentSource, context: LakeContext): DocumentSource {
  if (!query.includes(groupType) && !JSON.stringify(params).includes(groupType)) return source
  return overlaySource(source, new Map(context.groups().map((group) => [group._id, group])))
}

const sourceMapKinds: Record<string, SourceMapPaths | undefined> = {
  true: 'index',
  withKeyArraySelector: 'key',
  false: undefined,
}

/** `resultSourceMap=true` or `withKeyArraySelector`: https://www.sanity.io/docs/content-source-maps */
function sourceMapPaths(options: URLSearchParams): SourceMapPaths | undefined {
  const value = options.get('resultSourceMap') ?? 'false'
  if (Object.hasOwn(sourceMapKinds, value)) return sourceMapKinds[value]
  const wrong = JSON.stringify(value.slice(0, 100))
  throw new BadRequestError(`The parameter "resultSourceMap" must be true, false or withKeyArraySelector, not ${wrong}`)
}

/** The result goes in as the text it is kept as; `query` is given back where there is one. */
function respond(query: string | undefined, {result, syncTags, sourceMap}: StoredAnswer, started: number): Response {
  const ms = Math.round(performance.now() - started)
  const queryMember = query === undefined ? '' : `"query":${JSON.stringify(query)},`
  const mapMember = sourceMap === undefined ? '' : `,"resultSourceMap":${sourceMap}`
  const body = `{${queryMember}"result":${result},"ms":${ms},"syncTags":${JSON.stringify(syncTags)}${mapMember}}`
  return new Response(body, {headers: {'content-type': 'application/json; charset=utf-8'}})
}

function callOfUrl(options: URLSearchParams): QueryCall {
  const query = options.get('query')
  if (query === null) throw new BadRequestError('The parameter "query" is missing')
  return {query, params: urlParams(options), perspective: perspectiveOfUrl(options), options}
}

function callOfBody(body: JsonObject, options: URLSearchParams): QueryCall {
  const {query, params = {}} = body
  if (typeof query !== 'string') throw new BadRequestError('"query" must be a string')
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new BadRequestError('"params" must be an object')
  }
  checkDepth(params, '"params"')
  return {query, params: {...urlParams(options), ...params}, perspective: perspectiveOfUrl(options), options}
}

function perspectiveOfUrl(options: URLSearchParams): string[] | undefined {
  const values = options.getAll('perspective').flatMap((value) => value.split(','))
  return values.length > 0 ? values : undefined
}
