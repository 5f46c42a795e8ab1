import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {patchField, stringField, versionIdField} from './actionFields.ts'
import {versionOf} from './versionOf.ts'

/** Patches a draft or version; a missing one is first made from the published document. */
export const editDocument: ActionHandler = (action, draft) => {
  const draftId = versionIdField(action, 'draftId')
  const publishedId = stringField(action, 'publishedId')
  const patch = patchField(action)
  if (draft.get(draftId) === undefined) {
    const published = draft.get(publishedId)
    if (published === undefined) throw notFound(draftId)
    draft.mutate({create: versionOf(published, draftId)})
  }
  draft.mutate({patch: {id: draftId, ...patch}})
}
