import {BadRequestError} from '../../errors.ts'
import {isInstant} from '../../instants.ts'
import type {ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'
import {releaseOf} from './releaseOf.ts'

/** Sets when the lake publishes the release by itself; see `dueReleases.ts`. */
export const scheduleRelease: ActionHandler = (action, draft) => {
  const publishAt = stringField(action, 'publishAt')
  if (!isInstant(publishAt)) {
    throw new BadRequestError(
      `${action.actionType}: "publishAt" must be an instant with its zone, e.g. 2026-10-03T13:00:00+09:00`,
    )
  }
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release === undefined) return
  draft.mutate({patch: {id: release._id, set: {state: 'scheduled', publishAt: new Date(publishAt).toISOString()}}})
}

/** Makes a scheduled release an open one again. */
export const unscheduleRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['scheduled'])
  if (release === undefined) return
  draft.mutate({patch: {id: release._id, set: {state: 'active'}, unset: ['publishAt']}})
}
