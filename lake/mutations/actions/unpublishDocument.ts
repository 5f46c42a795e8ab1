import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'

/** Deletes the published document and keeps its content as the draft, unless there is a draft already. */
export const unpublishDocument: ActionHandler = (action, draft) => {
  const draftId = stringField(action, 'draftId')
  const publishedId = stringField(action, 'publishedId')
  const published = draft.get(publishedId)
  if (published === undefined) throw notFound(publishedId)
  const {_rev: _, _updatedAt: __, ...content} = published
  draft.mutate({createIfNotExists: {...content, _id: draftId, _type: published._type}})
  draft.mutate({delete: {id: publishedId}})
}
