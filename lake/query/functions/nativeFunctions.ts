import type {ExprNode} from 'groq-js'
import {QueryExecutionError} from '../../errors.ts'
import type {NativeFunction} from '../nativeCall.ts'
import {unique} from './array.ts'
import {dateTime} from './dateTime.ts'
import {getDocument, incomingRefCount} from './documents.ts'
import {contains, distance, geo, intersects, latLng} from './geo.ts'
import {path} from './path.ts'
import {pt} from './portableText.ts'

interface NativeEntry {
  call: NativeFunction
  /** Whether the function's first argument is the value it stands in (`@`). */
  takesThis?: boolean
}

/** Functions that groq-js knows by name and does not evaluate, not as specified, or not in bounded time, evaluated by us. */
export const nativeFunctions: Record<string, NativeEntry | undefined> = {
  'array::unique': {call: unique},
  'documents::get': {call: getDocument},
  'documents::incomingRefCount': {call: incomingRefCount, takesThis: true},
  'geo::contains': {call: contains},
  'geo::distance': {call: distance},
  'geo::intersects': {call: intersects},
  'geo::latLng': {call: latLng},
  'global::dateTime': {call: dateTime},
  'global::geo': {call: geo},
  'global::path': {call: path},
  'global::pt': {call: pt},
}

const unsupported = new Map([
  ['documents::incomingGlobalDocumentReferenceCount', 'there are no other datasets that could refer to a document'],
  ['global::anywhere', 'it may only stand in the selector of diff:: and delta:: functions'],
  ['media::aspect', 'there is no media library'],
  ['text::query', 'it may only stand on the right of `match`'],
  ['text::semanticSimilarity', 'there is no embeddings index'],
  ['user::attributes', 'there are no user attributes'],
])

/** Whether a function, by its full name, is one of GROQ's that the lake lacks. */
export function isUnsupported(name: string): boolean {
  return unsupported.has(name)
}

/** Refuses a function by its name: a QueryExecutionError (501). */
export function refuse(name: string): ExprNode {
  const reason = unsupported.get(name)
  throw new QueryExecutionError(
    `${name.replace(/^global::/, '')}() is not supported here${reason ? `: ${reason}` : ''}`,
    501,
  )
}
