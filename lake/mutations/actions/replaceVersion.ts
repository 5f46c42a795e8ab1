import type {ActionHandler} from './action.ts'
import {versionContent} from './actionFields.ts'

/** Replaces or creates a draft or version: `document.replaceDraft` sends `attributes`, `document.version.replace` `document`. */
export const replaceVersion: ActionHandler = (action, draft) => {
  const content = versionContent(action, action['attributes'] === undefined ? 'document' : 'attributes')
  draft.mutate({createOrReplace: content})
}
