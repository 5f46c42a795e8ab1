import {isReleaseId, releaseDocumentId} from '../../documentIds.ts'
import {BadRequestError} from '../../errors.ts'
import type {ActionHandler} from './action.ts'
import {objectField, stringField} from './actionFields.ts'
import {checkMetadata} from './checkMetadata.ts'

/** Creates the document that describes a release. */
export const createRelease: ActionHandler = (action, draft) => {
  const releaseId = stringField(action, 'releaseId')
  if (!isReleaseId(releaseId)) {
    throw new BadRequestError(
      `${action.actionType}: "releaseId" must be letters, digits, "_" and "-", and no perspective's name`,
    )
  }
  const metadata = action['metadata'] === undefined ? {releaseType: 'undecided'} : objectField(action, 'metadata')
  checkMetadata(metadata)
  const document = {
    _id: releaseDocumentId(releaseId),
    _type: 'system.release',
    name: releaseId,
    state: 'active',
    metadata: {cardinality: 'many', ...metadata},
  }
  if (draft.isDryRun) draft.mutate({createIfNotExists: document})
  else draft.mutate({create: document})
}
