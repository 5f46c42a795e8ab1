import {BadRequestError} from '../../errors.ts'
import type {ActionHandler} from './action.ts'
import {checkVersionId, optionalString, versionContent} from './actionFields.ts'

/** Creates a draft or version; `ifExists: 'ignore'` leaves one that exists as it is, otherwise that is an error. */
export const createDocument: ActionHandler = (action, draft) => {
  const content = versionContent(action, 'attributes')
  checkVersionId(action, 'attributes._id', content._id)
  const ifExists = optionalString(action, 'ifExists') ?? 'fail'
  if (ifExists !== 'fail' && ifExists !== 'ignore') {
    throw new BadRequestError(`${action.actionType}: "ifExists" must be fail or ignore`)
  }
  if (ifExists === 'ignore') draft.mutate({createIfNotExists: content})
  else draft.mutate({create: content})
}
