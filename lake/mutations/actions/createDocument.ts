import type {ActionHandler} from './action.ts'
import {optionalString, versionContent} from './actionFields.ts'

/** Creates a draft or version; `ifExists: 'ignore'` leaves one that exists as it is, otherwise that is an error. */
export const createDocument: ActionHandler = (action, draft) => {
  const content = versionContent(action, 'attributes')
  if (optionalString(action, 'ifExists') === 'ignore') draft.mutate({createIfNotExists: content})
  else draft.mutate({create: content})
}
