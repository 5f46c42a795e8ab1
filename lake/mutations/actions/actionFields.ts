import type {JsonObject} from '../../document.ts'
import {isDraftId, isReleaseId, isVersionId, publishedIdOf} from '../../documentIds.ts'
import {BadRequestError} from '../../errors.ts'
import {isObject} from '../../isObject.ts'
import {checkContent} from '../checkDocument.ts'
import {checkOperations} from '../decodeMutations.ts'
import type {DocumentInput, PatchOperations} from '../mutation.ts'
import type {Action} from './action.ts'

/** A required string field. Throws a BadRequestError that names the action and the field. */
export function stringField(action: Action, name: string): string {
  const value = action[name]
  if (typeof value !== 'string' || value === '') throw fieldError(action, name, 'a non-empty string')
  return value
}

/** A string field that may be absent or null. Throws as `stringField`. */
export function optionalString(action: Action, name: string): string | undefined {
  return action[name] === undefined || action[name] === null ? undefined : stringField(action, name)
}

/** A field with a list of strings; an absent one is an empty list. Throws a BadRequestError. */
export function stringsField(action: Action, name: string): string[] {
  const value = action[name] ?? []
  const strings = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  if (!Array.isArray(value) || strings.length !== value.length) throw fieldError(action, name, 'an array of ids')
  return strings
}

/** A required field with an object that a document can hold. Throws a BadRequestError, or a MutationFailure. */
export function objectField(action: Action, name: string): JsonObject {
  const value = action[name]
  if (!isObject(value)) throw fieldError(action, name, 'an object')
  checkContent(value)
  return value
}

/** The id of a release that is to be made. Throws a BadRequestError for one that could not name a perspective. */
export function releaseIdField(action: Action): string {
  const id = stringField(action, 'releaseId')
  if (isReleaseId(id)) return id
  throw fieldError(action, 'releaseId', `letters, digits, "_" and "-", and no perspective's name`)
}

/** A field with the id of a draft or version of the action's `publishedId`: nothing else may be changed in its name. */
export function versionIdField(action: Action, name: string): string {
  const id = stringField(action, name)
  checkVersionId(action, name, id)
  return id
}

/** Throws a BadRequestError for an id that is none of a draft or version of the action's `publishedId`. */
export function checkVersionId(action: Action, name: string, id: string): void {
  const publishedId = stringField(action, 'publishedId')
  if ((isDraftId(id) || isVersionId(id)) && publishedIdOf(id) === publishedId) return
  throw fieldError(action, name, `the id of a draft or version of ${JSON.stringify(publishedId)}`)
}

/** A field that is true or false; an absent one is false. Throws a BadRequestError. */
export function isSet(action: Action, name: string): boolean {
  const value = action[name] ?? false
  if (typeof value !== 'boolean') throw fieldError(action, name, 'true or false')
  return value
}

/** The content of a draft or version: `_id` must be a draft's or a version's. */
export function versionContent(action: Action, name: string): DocumentInput & {_id: string} {
  const {_rev: _, _updatedAt: __, ...content} = objectField(action, name)
  const {_id: id, _type: type} = content
  if (typeof id !== 'string' || !(isDraftId(id) || isVersionId(id))) {
    throw fieldError(action, `${name}._id`, 'the id of a draft or version')
  }
  if (typeof type !== 'string') throw fieldError(action, `${name}._type`, 'a string')
  return {...content, _id: id, _type: type}
}

/** The operations of the action's `patch`. Throws a BadRequestError, also for one that would choose its document by itself. */
export function patchField(action: Action): PatchOperations {
  const patch = objectField(action, 'patch')
  const choosing = ['id', 'query', 'params'].find((name) => name in patch)
  if (choosing !== undefined) {
    throw new BadRequestError(
      `${action.actionType}: "patch" has "${choosing}", but changes the document that the action names`,
    )
  }
  checkOperations(patch, action.actionType)
  return patch
}

function fieldError(action: Action, name: string, wanted: string): BadRequestError {
  return new BadRequestError(`${action.actionType}: "${name}" must be ${wanted}`)
}
