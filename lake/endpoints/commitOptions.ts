import type {CommitOptions} from '../dataset.ts'
import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import type {EndpointRequest} from './endpoint.ts'

type JsonObject = {[key: string]: JsonValue}

/** What a client may send with mutations or actions, in the body or, for `dryRun` and the keys, in the URL. */
export function commitOptions({identity, url}: EndpointRequest, body: JsonObject): CommitOptions {
  const transactionId = body['transactionId']
  if (transactionId !== undefined && (typeof transactionId !== 'string' || !/^[\w.-]{1,128}$/.test(transactionId))) {
    throw new BadRequestError('"transactionId" must be a string of up to 128 letters, digits, "_", "-" and "."')
  }
  return {
    identity,
    dryRun: body['dryRun'] === true || flag(url, 'dryRun'),
    autoGenerateArrayKeys: flag(url, 'autoGenerateArrayKeys'),
    ...(transactionId === undefined ? {} : {transactionId}),
  }
}

/** A URL option that is on when it is `true`. */
export function flag(url: URL, name: string): boolean {
  return url.searchParams.get(name) === 'true'
}
