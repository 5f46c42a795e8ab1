import type {ActionHandler} from './action.ts'
import {patchField} from './actionFields.ts'
import {releaseOf} from './releaseOf.ts'

/** Patches a release's metadata. */
export const editRelease: ActionHandler = (action, draft) => {
  const patch = patchField(action)
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release !== undefined) draft.mutate({patch: {id: release._id, ...patch}})
}
