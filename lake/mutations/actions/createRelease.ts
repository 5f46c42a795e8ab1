import {releaseDocumentId} from '../../documentIds.ts'
import type {ActionHandler} from './action.ts'
import {objectField, releaseIdField} from './actionFields.ts'
import {checkMetadata} from './checkMetadata.ts'

/** Creates the document that describes a release. */
export const createRelease: ActionHandler = (action, draft) => {
  const releaseId = releaseIdField(action)
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
