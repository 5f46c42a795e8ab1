import {largestRequest, type MutationResult} from '../dataset.ts'
import {decodeMutations} from '../mutations/decodeMutations.ts'
import {commitOptions} from './commitOptions.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {readJsonBody} from './readJson.ts'
import {choice, flag} from './urlOptions.ts'

/** A transaction may hold several documents of the largest size. */
export const writeBodyLimit = 128 * 1024 * 1024

/** `POST /data/mutate/:ds`: https://www.sanity.io/docs/http-mutations. Every `visibility` is as `sync`: commits are durable and visible at once. */
const mutate: Endpoint = {
  method: 'POST',
  path: '/data/mutate/:ds',
  access: 'comment',
  bodyLimit: writeBodyLimit,
  async handle(request) {
    const withDocuments = answerOptions(request.url)
    const {body, bytes} = await readJsonBody(request.request)
    const mutations = decodeMutations(body['mutations'])
    const dataset = datasetOf(request)
    const kept = bytes.byteLength <= largestRequest ? {request: bytes} : {}
    const {transactionId, results} = await dataset.submit(mutations, {...commitOptions(request, body), ...kept})
    return Response.json({transactionId, results: results.map((result) => present(result, withDocuments))})
  },
}

export const mutateEndpoints: readonly Endpoint[] = [mutate]

/** Whether documents are wanted; ids are always given. To be read before anything is written. */
function answerOptions(url: URL): boolean {
  choice(url, 'visibility', ['sync', 'async', 'deferred'])
  flag(url, 'returnIds')
  return flag(url, 'returnDocuments')
}

function present({id, operation, document}: MutationResult, withDocument: boolean): MutationResult {
  return withDocument && document !== undefined ? {id, operation, document} : {id, operation}
}
