import type {LakeDocument} from '../../document.ts'
import {notFound} from '../mutationFailures.ts'
import type {ActionDraft, ActionHandler} from './action.ts'
import {stringField, versionIdField} from './actionFields.ts'

/** Deletes the published document and keeps its content as the draft, unless there is a draft already. */
export const unpublishDocument: ActionHandler = (action, draft) => {
  const draftId = versionIdField(action, 'draftId')
  const publishedId = stringField(action, 'publishedId')
  const published = draft.get(publishedId)
  if (published === undefined) throw notFound(publishedId)
  takeBack(published, draftId, draft)
}

/** The published document goes and becomes the draft, unless there is a draft already. */
export function takeBack(published: LakeDocument, draftId: string, draft: ActionDraft): void {
  const {_rev: _, _updatedAt: __, ...content} = published
  draft.mutate({createIfNotExists: {...content, _id: draftId, _type: published._type}})
  draft.mutate({delete: {id: published._id}})
}
