import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {checkVersionId, isSet, stringField, stringsField} from './actionFields.ts'

/** Deletes a published document together with the drafts and versions named in `includeDrafts`; `purge` their history, too. */
export const deleteDocument: ActionHandler = (action, draft) => {
  const publishedId = stringField(action, 'publishedId')
  if (draft.get(publishedId) === undefined) throw notFound(publishedId)
  const drafts = stringsField(action, 'includeDrafts')
  for (const id of drafts) checkVersionId(action, 'includeDrafts', id)
  const ids = [...drafts, publishedId]
  for (const id of ids) draft.mutate({delete: {id}})
  if (isSet(action, 'purge')) for (const id of ids) draft.purge(id)
}
