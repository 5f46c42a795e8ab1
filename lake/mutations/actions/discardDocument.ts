import {isDraftId, isVersionId} from '../../documentIds.ts'
import {BadRequestError} from '../../errors.ts'
import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {isSet, optionalString, stringField} from './actionFields.ts'

/** Deletes a draft or version: `document.discard` names it `draftId`, `document.version.discard` `versionId`; `purge` its history, too. */
export const discardDocument: ActionHandler = (action, draft) => {
  const id = optionalString(action, 'versionId') ?? stringField(action, 'draftId')
  if (!isDraftId(id) && !isVersionId(id)) {
    throw new BadRequestError(`${action.actionType}: "${id}" is not the id of a draft or version`)
  }
  if (draft.get(id) === undefined) throw notFound(id)
  draft.mutate({delete: {id}})
  if (isSet(action, 'purge')) draft.purge(id)
}
