import type {LakeDocument} from '../../document.ts'
import {draftIdOf, publishedIdOf} from '../../documentIds.ts'
import type {ActionDraft, ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'
import {publishVersion} from './publishVersion.ts'
import {finalStates, releaseOf, versionsIn} from './releaseOf.ts'
import {takeBack} from './unpublishDocument.ts'
import {isGoingToUnpublish} from './versionOf.ts'

/** Publishes every version of a release in one transaction; versions marked for it unpublish their document. */
export const publishRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release === undefined) return
  const versions = versionsIn(stringField(action, 'releaseId'), draft)
  for (const version of versions) {
    if (isGoingToUnpublish(version)) takeBackVersion(version, draft)
    else publishVersion(version, publishedIdOf(version._id), draft)
  }
  const set = {state: 'published', publishedAt: draft.timestamp, finalDocumentStates: finalStates(versions, draft)}
  draft.mutate({patch: {id: release._id, set}})
}

/** Takes the published document back into a draft, as its version wants it. */
function takeBackVersion(version: LakeDocument, draft: ActionDraft): void {
  const published = draft.get(publishedIdOf(version._id))
  if (published !== undefined) takeBack(published, draftIdOf(published._id), draft)
  draft.mutate({delete: {id: version._id}})
}
