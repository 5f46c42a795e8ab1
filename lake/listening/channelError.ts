import {type LakeError, QueryParseError} from '../errors.ts'
import {encodeEvent} from './encodeEvent.ts'

/** The event that says why a listener hears nothing more: the client does not try again. */
export function channelError(error: LakeError): Uint8Array {
  const detail =
    error instanceof QueryParseError ? error.detail() : {type: 'queryExecutionError', description: error.message}
  return encodeEvent({event: 'channelError', data: {message: error.message, error: detail}})
}
