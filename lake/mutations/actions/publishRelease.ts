import {publishedIdOf} from '../documentIds.ts'
import type {ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'
import {publishVersion} from './publishVersion.ts'
import {finalStates, releaseOf, versionsIn} from './releaseOf.ts'
import {isGoingToUnpublish} from './versionOf.ts'

/** Publishes every version of a release in one transaction; versions marked for it delete their published document. */
export const publishRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release === undefined) return
  const versions = versionsIn(stringField(action, 'releaseId'), draft)
  for (const version of versions) {
    const publishedId = publishedIdOf(version._id)
    if (!isGoingToUnpublish(version)) {
      publishVersion(version, publishedId, draft)
      continue
    }
    draft.mutate({delete: {id: publishedId}})
    draft.mutate({delete: {id: version._id}})
  }
  const set = {state: 'published', publishedAt: draft.timestamp, finalDocumentStates: finalStates(versions, draft)}
  draft.mutate({patch: {id: release._id, set}})
}
