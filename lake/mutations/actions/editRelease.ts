import type {JsonObject, LakeDocument} from '../../document.ts'
import {sameJson} from '../jsonValues.ts'
import {invalid} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {patchField} from './actionFields.ts'
import {checkMetadata} from './checkMetadata.ts'
import {releaseOf} from './releaseOf.ts'

/** Patches a release's metadata. Its state changes by the other actions alone. */
export const editRelease: ActionHandler = (action, draft) => {
  const patch = patchField(action)
  const release = releaseOf(action, draft, ['active', 'scheduled'])
  if (release === undefined) return
  draft.mutate({patch: {id: release._id, ...patch}})
  const edited = draft.get(release._id)
  if (edited === undefined || !sameJson(beyondMetadata(edited), beyondMetadata(release))) {
    throw invalid('Only the metadata of a release can be edited')
  }
  checkMetadata(edited['metadata'])
}

function beyondMetadata(release: LakeDocument): JsonObject {
  const names = Object.keys(release).filter((name) => !['metadata', '_rev', '_updatedAt'].includes(name))
  return Object.fromEntries(names.map((name) => [name, release[name] ?? null]))
}
