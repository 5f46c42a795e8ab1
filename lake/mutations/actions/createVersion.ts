import {publishedIdOf} from '../../documentIds.ts'
import {BadRequestError} from '../../errors.ts'
import {notFound, revisionMismatch} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {checkVersionId, optionalString, stringField, versionContent, versionIdField} from './actionFields.ts'
import {versionOf} from './versionOf.ts'

/** Creates a version (or draft) from a given document, which `@sanity/sdk` calls `attributes`, or as a copy of `baseId`. */
export const createVersion: ActionHandler = (action, draft) => {
  const given = ['document', 'attributes'].find((name) => action[name] !== undefined)
  if (given !== undefined) {
    const content = versionContent(action, given)
    checkVersionId(action, `${given}._id`, content._id)
    return draft.mutate({create: content})
  }
  const baseId = stringField(action, 'baseId')
  const versionId = versionIdField(action, 'versionId')
  if (publishedIdOf(baseId) !== publishedIdOf(versionId)) {
    throw new BadRequestError(`${action.actionType}: "baseId" must be the id of the same document`)
  }
  const base = draft.get(baseId)
  if (base === undefined) throw notFound(baseId)
  const expected = optionalString(action, 'ifBaseRevisionId')
  if (expected !== undefined && expected !== base._rev) throw revisionMismatch(baseId, base._rev, expected)
  draft.mutate({create: versionOf(base, versionId)})
}
