import {decodeActions} from '../mutations/actions/actionHandlers.ts'
import {commitOptions} from './commitOptions.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {writeBodyLimit} from './mutate.ts'
import {readJsonObject} from './readJson.ts'

/** `POST /data/actions/:ds`: https://www.sanity.io/docs/http-actions. All actions of a request are one transaction. */
const actions: Endpoint = {
  method: 'POST',
  path: '/data/actions/:ds',
  access: 'write',
  bodyLimit: writeBodyLimit,
  async handle(request) {
    const body = await readJsonObject(request.request)
    const decoded = decodeActions(body['actions'])
    const dataset = datasetOf(request)
    const {transactionId} = await dataset.submitActions(decoded, commitOptions(request, body))
    return Response.json({transactionId})
  },
}

export const actionEndpoints: readonly Endpoint[] = [actions]
