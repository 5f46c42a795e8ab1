import type {CommitOptions} from '../dataset.ts'
import type {JsonObject} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import type {EndpointRequest} from './endpoint.ts'
import {flag} from './urlOptions.ts'

/**
 * What a client may send with mutations or actions: the transaction's id and `dryRun` in the body or the URL, the keys in the URL.
 * @throws BadRequestError for a value that is none: nothing may be written because `dryRun` was spelled otherwise
 */
export function commitOptions({identity, url}: EndpointRequest, body: JsonObject): CommitOptions {
  const transactionId = body['transactionId'] ?? url.searchParams.get('transactionId') ?? undefined
  if (transactionId !== undefined && (typeof transactionId !== 'string' || !/^[\w.-]{1,128}$/.test(transactionId))) {
    throw new BadRequestError('"transactionId" must be a string of up to 128 letters, digits, "_", "-" and "."')
  }
  const {dryRun = false} = body
  if (typeof dryRun !== 'boolean') throw new BadRequestError('"dryRun" must be true or false')
  return {
    identity,
    dryRun: flag(url, 'dryRun') || dryRun,
    autoGenerateArrayKeys: flag(url, 'autoGenerateArrayKeys'),
    ...(transactionId === undefined ? {} : {transactionId}),
  }
}
