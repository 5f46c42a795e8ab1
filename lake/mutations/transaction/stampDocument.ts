import type {JsonValue, LakeDocument} from '../../document.ts'
import {isMoment} from '../../instants.ts'
import {autoGenerateKeys} from '../autoGenerateKeys.ts'
import {documentSystem} from '../documentSystem.ts'
import type {DocumentInput} from '../mutation.ts'

/** What a transaction stamps on a document that it creates or replaces. */
export interface Stamp {
  transactionId: string
  /** ISO instant of the transaction: `_updatedAt` of all that it touches. */
  timestamp: string
  /** Makes a `_key`; given only when array keys are to be generated. */
  createKey?: () => string
}

/**
 * A document as it is stored: what a client sent, with the system fields that the lake decides.
 *
 * @param replaced The document that was there under this id.
 */
export function stampDocument(
  input: DocumentInput,
  id: string,
  replaced: LakeDocument | undefined,
  {transactionId, timestamp, createKey}: Stamp,
): LakeDocument {
  const {_id, _rev, _createdAt, _updatedAt, _system, ...fields} = input
  const content = dropUndefined(fields)
  const system = documentSystem(id, _system)
  return {
    _id: id,
    _rev: transactionId,
    _createdAt: isMoment(_createdAt) ? _createdAt : (replaced?._createdAt ?? timestamp),
    _updatedAt: replaced === undefined && isMoment(_updatedAt) ? _updatedAt : timestamp,
    ...(createKey === undefined ? content : autoGenerateKeys(content, createKey)),
    ...(system === undefined ? {} : {_system: system}),
    _type: input._type,
  }
}

function dropUndefined(fields: Record<string, JsonValue | undefined>): Record<string, JsonValue> {
  const defined: Record<string, JsonValue> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) defined[key] = value
  }
  return defined
}
