import {BadRequestError} from '../../errors.ts'
import type {ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'
import {releaseOf} from './releaseOf.ts'

/** Sets when the lake publishes the release by itself; see `dueReleases.ts`. */
export const scheduleRelease: ActionHandler = (action, draft) => {
  const publishAt = new Date(stringField(action, 'publishAt'))
  if (Number.isNaN(publishAt.getTime()))
    throw new BadRequestError(`${action.actionType}: "publishAt" must be an instant`)
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release === undefined) return
  draft.mutate({patch: {id: release._id, set: {state: 'scheduled', publishAt: publishAt.toISOString()}}})
}

/** Makes a scheduled release an open one again. */
export const unscheduleRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['scheduled'])
  if (release === undefined) return
  draft.mutate({patch: {id: release._id, set: {state: 'active'}, unset: ['publishAt']}})
}
