import {notFound, revisionMismatch} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {optionalString, stringField, versionIdField} from './actionFields.ts'
import {publishVersion} from './publishVersion.ts'

/** Publishes a draft, if the revisions are those that the editor saw. */
export const publishDocument: ActionHandler = (action, draft) => {
  const draftId = versionIdField(action, 'draftId')
  const publishedId = stringField(action, 'publishedId')
  const version = draft.get(draftId)
  if (version === undefined) throw notFound(draftId)
  checkRevision(draftId, version._rev, optionalString(action, 'ifDraftRevisionId'))
  checkRevision(publishedId, draft.get(publishedId)?._rev, optionalString(action, 'ifPublishedRevisionId'))
  publishVersion(version, publishedId, draft)
}

function checkRevision(id: string, current: string | undefined, expected: string | undefined): void {
  if (expected !== undefined && expected !== current) throw revisionMismatch(id, current, expected)
}
