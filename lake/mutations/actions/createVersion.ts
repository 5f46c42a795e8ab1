import {notFound, revisionMismatch} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {optionalString, stringField, versionContent} from './actionFields.ts'
import {versionOf} from './versionOf.ts'

/** Creates a version (or draft) from a given document or as a copy of `baseId`. */
export const createVersion: ActionHandler = (action, draft) => {
  if (action['document'] !== undefined) return draft.mutate({create: versionContent(action, 'document')})
  const baseId = stringField(action, 'baseId')
  const versionId = stringField(action, 'versionId')
  const base = draft.get(baseId)
  if (base === undefined) throw notFound(baseId)
  const expected = optionalString(action, 'ifBaseRevisionId')
  if (expected !== undefined && expected !== base._rev) throw revisionMismatch(baseId, base._rev, expected)
  draft.mutate({create: versionOf(base, versionId)})
}
