import type {JsonObject} from './document.ts'

/** Every error the lake answers with. `code` is stable and for programs; the message is for people and may change. */
export abstract class LakeError extends Error {
  abstract readonly code: string
  abstract readonly status: number
  /** The JSON that a client receives. */
  abstract body(): JsonObject
  toResponse(): Response {
    return Response.json(this.body(), {status: this.status})
  }
}

/** Errors in the form of the service's HTTP layer: `{statusCode, error, message, errorCode?}`. */
abstract class HttpLakeError extends LakeError {
  /** Reason phrase, e.g. `Not Found`. */
  abstract readonly title: string
  readonly errorCode: string | undefined
  constructor(message: string, errorCode?: string) {
    super(message)
    this.name = new.target.name
    this.errorCode = errorCode
  }
  body(): JsonObject {
    const {status: statusCode, title: error, message, errorCode} = this
    return {statusCode, error, message, ...(errorCode === undefined ? {} : {errorCode})}
  }
}

/** 404. Never carries `SIO-404-PNF`, which would switch the Studio to its "Project not found" screen. */
export class NotFoundError extends HttpLakeError {
  readonly code = 'not_found'
  readonly status = 404
  readonly title = 'Not Found'
}

/** 401. `SIO-401-ANF` (no session) or `SIO-401-AEX` (expired) make the Studio ask `/users/me` and show its login screen. */
export class UnauthorizedError extends HttpLakeError {
  readonly code = 'unauthorized'
  readonly status = 401
  readonly title = 'Unauthorized'
  constructor(message = 'Session not found', errorCode: 'SIO-401-ANF' | 'SIO-401-AEX' = 'SIO-401-ANF') {
    super(message, errorCode)
  }
}

export class ForbiddenError extends HttpLakeError {
  readonly code = 'forbidden'
  readonly status = 403
  readonly title = 'Forbidden'
}

/**
 * 403 for a role that is too small, in the service's form: the Studio tries an action of releases before it offers it (`dryRun`),
 * and knows by this `type` alone that it must not (sanity: isReleasePermissionError).
 */
export class InsufficientPermissionsError extends LakeError {
  readonly code = 'forbidden'
  readonly status = 403
  constructor(message: string) {
    super(message)
    this.name = 'InsufficientPermissionsError'
  }
  body(): JsonObject {
    return {error: {type: 'insufficientPermissionsError', description: this.message}}
  }
}

export class BadRequestError extends HttpLakeError {
  readonly code = 'bad_request'
  readonly status = 400
  readonly title = 'Bad Request'
}

export class MethodNotAllowedError extends HttpLakeError {
  readonly code = 'method_not_allowed'
  readonly status = 405
  readonly title = 'Method Not Allowed'
}

export class ConflictError extends HttpLakeError {
  readonly code = 'conflict'
  readonly status = 409
  readonly title = 'Conflict'
}

export class PayloadTooLargeError extends HttpLakeError {
  readonly code = 'payload_too_large'
  readonly status = 413
  readonly title = 'Payload Too Large'
}

export class UnsupportedMediaTypeError extends HttpLakeError {
  readonly code = 'unsupported_media_type'
  readonly status = 415
  readonly title = 'Unsupported Media Type'
}

export class TooManyRequestsError extends HttpLakeError {
  readonly code = 'too_many_requests'
  readonly status = 429
  readonly title = 'Too Many Requests'
}

/** 501 for what the hosted service has and this lake has not; `feature` names it, `instead` says what to do. */
export class NotImplementedError extends HttpLakeError {
  readonly code = 'not_implemented'
  readonly status = 501
  readonly title = 'Not Implemented'
  readonly feature: string
  constructor(feature: string, instead?: string) {
    const advice = instead === undefined ? '' : `; ${instead}`
    super(`Not implemented by the embedded Content Lake: ${feature}${advice}`)
    this.feature = feature
  }
}

/** A GROQ query that cannot be parsed: the client draws a code frame from `query`, `start` and `end` (offsets in UTF-16 units). */
export class QueryParseError extends LakeError {
  readonly code = 'query_parse_error'
  readonly status = 400
  readonly query: string
  readonly start: number
  readonly end: number
  constructor(description: string, query: string, start: number, end: number) {
    super(description)
    this.name = 'QueryParseError'
    this.query = query
    this.start = start
    this.end = end
  }
  /** The `error` member alone, as `channelError` events carry it. */
  detail(): JsonObject {
    return {
      type: 'queryParseError',
      description: this.message,
      query: this.query,
      start: this.start,
      end: this.end,
    }
  }
  body(): JsonObject {
    return {error: this.detail()}
  }
}

/** A query that parsed and then failed or was stopped, e.g. by the time limit (`status` 504) or a function we lack (501). */
export class QueryExecutionError extends LakeError {
  readonly code = 'query_execution_error'
  readonly status: number
  /** The query's text, for the log, when it was stopped. */
  query?: string
  constructor(description: string, status = 400) {
    super(description)
    this.name = 'QueryExecutionError'
    this.status = status
  }
  body(): JsonObject {
    return {error: {type: 'queryExecutionError', description: this.message}}
  }
}

/** Why one mutation of a transaction was refused, in the service's own types and words. */
export type MutationErrorItem =
  | {type: 'documentAlreadyExistsError'; id: string; description: string}
  | {type: 'documentNotFoundError'; id: string; description: string}
  | {
      type: 'documentRevisionIDDoesNotMatchError'
      id: string
      currentRevisionID: string | null
      expectedRevisionID: string
      description: string
    }
  | {type: 'documentHasExistingReferencesError'; id: string; referencingIDs: string[]; description: string}
  | {
      type: 'documentReferenceDoesNotExistError'
      id: string
      referenceID: string
      description: string
    }
  | {type: 'validationError'; description: string}
  | {type: 'transactionIDAlreadyInUseError'; id: string; description: string}

const statusOfItem: Record<MutationErrorItem['type'], number> = {
  documentAlreadyExistsError: 409,
  documentNotFoundError: 409,
  documentRevisionIDDoesNotMatchError: 409,
  documentHasExistingReferencesError: 409,
  documentReferenceDoesNotExistError: 409,
  transactionIDAlreadyInUseError: 409,
  validationError: 400,
}

/** A refused transaction of mutations or actions (`type`): nothing of it was stored. `index` counts them from 0. */
export class MutationError extends LakeError {
  readonly code: string = 'mutation_error'
  readonly type: 'mutationError' | 'actionError'
  readonly items: {index: number; error: MutationErrorItem}[]
  constructor(
    items: {index: number; error: MutationErrorItem}[],
    type: 'mutationError' | 'actionError' = 'mutationError',
  ) {
    const reasons = items.map((item) => item.error.description).join('; ')
    super(`The ${type === 'mutationError' ? 'mutation' : 'action'}(s) failed: ${reasons}`)
    this.name = new.target.name
    this.type = type
    this.items = items
  }
  get status(): number {
    const first = this.items[0]
    return first ? statusOfItem[first.error.type] : 400
  }
  body(): JsonObject {
    return {error: {type: this.type, description: this.message, items: this.items}}
  }
}

const storageStatus = {
  storage_full: 507,
  storage_readonly: 503,
  storage_busy: 503,
  storage_corrupt: 500,
  storage_closed: 503,
  storage_error: 500,
} as const

/** The database failed under a request. What may pass by itself is 503 or 507: our Studio keeps the edit and tries again. */
export class StorageError extends LakeError {
  readonly code: keyof typeof storageStatus
  /** The statement that failed: for the log, never sent to clients. */
  readonly sql: string | undefined
  constructor(code: keyof typeof storageStatus, message: string, options: {cause?: unknown; sql?: string} = {}) {
    super(message, {cause: options.cause})
    this.name = 'StorageError'
    this.code = code
    this.sql = options.sql
  }
  get status(): number {
    return storageStatus[this.code]
  }
  body(): JsonObject {
    return {statusCode: this.status, error: this.code, message: this.message}
  }
}

export type LakeStartCode = 'folder_unwritable' | 'newer_version' | 'locked' | 'corrupt' | 'failed'

/** The lake cannot start on its data folder: shown to the person who started it, exit code 1. */
export class LakeStartError extends LakeError {
  readonly code: LakeStartCode
  readonly status = 500
  constructor(code: LakeStartCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'LakeStartError'
    this.code = code
  }
  body(): JsonObject {
    return {statusCode: this.status, error: this.code, message: this.message}
  }
}
