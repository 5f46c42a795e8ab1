import type {ActionHandler} from './action.ts'
import {checkVersionId, versionContent} from './actionFields.ts'

/** Replaces or creates a draft or version: `document.replaceDraft` sends `attributes`, `document.version.replace` `document`. */
export const replaceVersion: ActionHandler = (action, draft) => {
  const content = versionContent(action, action['attributes'] === undefined ? 'document' : 'attributes')
  if (action['attributes'] !== undefined) checkVersionId(action, 'attributes._id', content._id)
  draft.mutate({createOrReplace: content})
}
