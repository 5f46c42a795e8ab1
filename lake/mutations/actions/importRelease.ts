import type {JsonObject, JsonValue} from '../../document.ts'
import {releaseDocumentId} from '../../documentIds.ts'
import {BadRequestError} from '../../errors.ts'
import {isInstant} from '../../instants.ts'
import type {DocumentInput} from '../mutation.ts'
import {invalid} from '../mutationFailures.ts'
import type {ActionHandler} from './action.ts'
import {objectField, releaseIdField, stringField} from './actionFields.ts'
import {checkMetadata} from './checkMetadata.ts'
import type {ReleaseState} from './releaseOf.ts'

/**
 * Brings a release's document out of an export: @sanity/client's `ImportReleaseAction`. One that was scheduled comes with its schedule paused,
 * because `@sanity/import` sends its versions afterwards: they would be locked out, and the release could appear without them.
 */
export const importRelease: ActionHandler = (action, draft) => {
  const releaseId = releaseIdField(action)
  const ifExists = stringField(action, 'ifExists')
  const content = objectField(action, action['attributes'] === undefined ? 'document' : 'attributes')
  const document = releaseDocument(releaseId, content)
  if (ifExists === 'fail') draft.mutate({create: document})
  else if (ifExists === 'ignore') draft.mutate({createIfNotExists: document})
  else if (ifExists === 'replace') draft.mutate({createOrReplace: document})
  else throw new BadRequestError(`${action.actionType}: "ifExists" must be fail, ignore or replace`)
}

function releaseDocument(releaseId: string, {publishAt, metadata, ...content}: JsonObject): DocumentInput {
  const own = {_id: releaseDocumentId(releaseId), _type: 'system.release', name: releaseId}
  for (const [name, value] of Object.entries(own)) {
    const given = content[name] ?? value
    if (given !== value) throw invalid(`"${name}" of the release "${releaseId}" is ${JSON.stringify(given)}`)
  }
  checkMetadata(metadata)
  const state = stateAfterImport(releaseId, content['state'])
  if (state !== 'scheduled') return {...content, ...own, state, metadata}
  if (!isInstant(publishAt)) throw invalid(`The release "${releaseId}" is scheduled without a time in "publishAt"`)
  // What the Studio leaves of a schedule that it pauses.
  return {
    ...content,
    ...own,
    state: 'active',
    metadata: {...metadata, releaseType: 'scheduled', intendedPublishAt: publishAt},
  }
}

/** The states that last, and those that a release of the hosted service passes through, whose versions are there. */
const states: Readonly<Record<string, ReleaseState>> = {
  active: 'active',
  scheduled: 'scheduled',
  published: 'published',
  archived: 'archived',
  scheduling: 'active',
  publishing: 'active',
  archiving: 'active',
  unarchiving: 'active',
}

function stateAfterImport(releaseId: string, given: JsonValue | undefined): ReleaseState {
  const state = typeof given === 'string' && Object.hasOwn(states, given) ? states[given] : undefined
  if (state !== undefined) return state
  throw invalid(`The release "${releaseId}" is ${JSON.stringify(given ?? null)}, which is no state of a release`)
}
