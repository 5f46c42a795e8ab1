import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {stringField, stringsField} from './actionFields.ts'

/** Deletes a published document together with the drafts and versions named in `includeDrafts`. */
export const deleteDocument: ActionHandler = (action, draft) => {
  const publishedId = stringField(action, 'publishedId')
  if (draft.get(publishedId) === undefined) throw notFound(publishedId)
  for (const id of [...stringsField(action, 'includeDrafts'), publishedId]) draft.mutate({delete: {id}})
}
