import type {MutationErrorItem} from '../errors.ts'
import type {ReleaseLock} from './releaseLocks.ts'

/** Why one mutation or action was refused; the transaction adds its index and makes a MutationError of it. */
export class MutationFailure extends Error {
  readonly item: MutationErrorItem
  constructor(item: MutationErrorItem) {
    super(item.description)
    this.name = 'MutationFailure'
    this.item = item
  }
}

/** What no document, patch or action may be. */
export function invalid(description: string): MutationFailure {
  return new MutationFailure({type: 'validationError', description})
}

/** A creation of a document that there is. */
export function alreadyExists(id: string): MutationFailure {
  return new MutationFailure({
    type: 'documentAlreadyExistsError',
    id,
    description: `Document by ID "${id}" already exists`,
  })
}

/** A change of a document that there is not. */
export function notFound(id: string): MutationFailure {
  return new MutationFailure({
    type: 'documentNotFoundError',
    id,
    description: `The document with the ID "${id}" was not found`,
  })
}

/** `ifRevisionID` names another revision than the current one. */
export function revisionMismatch(id: string, current: string | undefined, expected: string): MutationFailure {
  return new MutationFailure({
    type: 'documentRevisionIDDoesNotMatchError',
    id,
    currentRevisionID: current ?? null,
    expectedRevisionID: expected,
    description: `The document with the ID "${id}" has unexpected revision ID "${current ?? ''}", expected "${expected}"`,
  })
}

/** A deletion of a document to which others have strong references, or one with another type in its place; the first ten are named. */
export function hasReferences(id: string, referencingIDs: string[], change: 'deletion' | 'type'): MutationFailure {
  const quoted = referencingIDs.slice(0, 10).map((referencing) => `"${referencing}"`)
  const refused = change === 'deletion' ? 'cannot be deleted' : 'cannot get another "_type"'
  return new MutationFailure({
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs,
    description: `Document "${id}" ${refused} as there are references to it from ${quoted.join(', ')}`,
  })
}

/** A strong reference to a document that there is not. */
export function referenceMissing(id: string, referenceID: string): MutationFailure {
  return new MutationFailure({
    type: 'documentReferenceDoesNotExistError',
    id,
    referenceID,
    description: `Document "${id}" references non-existent document "${referenceID}"`,
  })
}

/** A change of a version whose release is not active. */
export function releaseLocked({id, release, state}: ReleaseLock): MutationFailure {
  return invalid(`Document "${id}" cannot be changed: the release "${release}" is ${JSON.stringify(state)}`)
}
