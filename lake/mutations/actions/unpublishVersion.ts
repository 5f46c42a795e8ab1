import {notFound} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {stringField, versionIdField} from './actionFields.ts'
import {versionOf} from './versionOf.ts'

/** Marks a version so that publishing its release deletes the published document. */
export const unpublishVersion: ActionHandler = (action, draft) => {
  const versionId = versionIdField(action, 'versionId')
  const publishedId = stringField(action, 'publishedId')
  if (draft.get(versionId) === undefined) {
    const published = draft.get(publishedId)
    if (published === undefined) throw notFound(publishedId)
    draft.mutate({create: versionOf(published, versionId)})
  }
  draft.mutate({patch: {id: versionId, set: {'_system.delete': true}}})
}
