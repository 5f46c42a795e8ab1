import type {LakeDocument} from '../../document.ts'
import {releaseDocumentId, versionsPrefix} from '../../documentIds.ts'
import {invalid, notFound} from '../mutationFailures.ts'
import type {Action, ActionDraft} from './action.ts'
import {stringField} from './actionFields.ts'

/** States of a release that outlive a request. */
export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/**
 * The release an action names, if it is in one of the states. Undefined in a dry run of a release that does not exist:
 * the Studio probes permissions that way and expects success.
 */
export function releaseOf(action: Action, draft: ActionDraft, states: ReleaseState[]): LakeDocument | undefined {
  const releaseId = stringField(action, 'releaseId')
  const release = draft.get(releaseDocumentId(releaseId))
  if (release === undefined) {
    if (draft.isDryRun) return undefined
    throw notFound(releaseDocumentId(releaseId))
  }
  if (!draft.isDryRun && !states.some((state) => state === release['state'])) {
    throw invalid(
      `Release "${releaseId}" is ${JSON.stringify(release['state'])}: ${action.actionType} needs ${states.join(' or ')}`,
    )
  }
  return release
}

/** The versions that belong to a release, in `_id` order. */
export function versionsIn(releaseId: string, draft: ActionDraft): LakeDocument[] {
  const ids = draft.idsWithPrefix(`${versionsPrefix}${releaseId}.`)
  return ids.map((id) => draft.get(id)).filter((document) => document !== undefined)
}

/** What a release keeps of its versions after they are gone; their content is in the history. */
export function finalStates(versions: LakeDocument[], draft: ActionDraft): {_key: string; id: string}[] {
  return versions.map((version) => ({_key: draft.createKey(), id: version._id}))
}
