import {isObject} from '../../isObject.ts'
import {creation} from '../creation.ts'
import type {ActionHandler} from './action.ts'
import {stringField} from './actionFields.ts'
import {finalStates, releaseOf, versionsIn} from './releaseOf.ts'

/** Puts a release away: its versions are deleted, and remembered by id. */
export const archiveRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['active'])
  if (release === undefined) return
  const versions = versionsIn(stringField(action, 'releaseId'), draft)
  for (const version of versions) draft.mutate({delete: {id: version._id}})
  const set = {state: 'archived', finalDocumentStates: finalStates(versions, draft)}
  draft.mutate({patch: {id: release._id, set}})
}

/** Brings the versions of an archived release back from the history. */
export const unarchiveRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['archived'])
  if (release === undefined) return
  const states = release['finalDocumentStates']
  for (const state of Array.isArray(states) ? states : []) {
    const id = isObject(state) && typeof state['id'] === 'string' ? state['id'] : undefined
    const version = id === undefined ? undefined : draft.lastState(id)
    if (version !== undefined) draft.mutate(creation('createIfNotExists', version))
  }
  draft.mutate({patch: {id: release._id, set: {state: 'active'}, unset: ['finalDocumentStates']}})
}

/** Deletes the document of a release that is over. */
export const deleteRelease: ActionHandler = (action, draft) => {
  const release = releaseOf(action, draft, ['archived', 'published'])
  if (release !== undefined) draft.mutate({delete: {id: release._id}})
}
