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

export function mutationFailure(item: MutationErrorItem): MutationFailure {
  return new MutationFailure(item)
}

export function invalid(description: string): MutationFailure {
  return new MutationFailure({type: 'validationError', description})
}

export function alreadyExists(id: string): MutationFailure {
  return new MutationFailure({
    type: 'documentAlreadyExistsError',
    id,
    description: `Document by ID "${id}" already exists`,
  })
}

export function notFound(id: string): MutationFailure {
  return new MutationFailure({
    type: 'documentNotFoundError',
    id,
    description: `The document with the ID "${id}" was not found`,
  })
}

export function revisionMismatch(id: string, current: string | undefined, expected: string): MutationFailure {
  return new MutationFailure({
    type: 'documentRevisionIDDoesNotMatchError',
    id,
    currentRevisionID: current ?? null,
    expectedRevisionID: expected,
    description: `The document with the ID "${id}" has unexpected revision ID "${current ?? ''}", expected "${expected}"`,
  })
}

export function hasReferences(id: string, referencingIDs: string[]): MutationFailure {
  const quoted = referencingIDs.slice(0, 10).map((referencing) => `"${referencing}"`)
  return new MutationFailure({
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs,
    description: `Document "${id}" cannot be deleted as there are references to it from ${quoted.join(', ')}`,
  })
}

export function referenceMissing(id: string, referenceID: string): MutationFailure {
  return new MutationFailure({
    type: 'documentReferenceDoesNotExistError',
    id,
    referenceID,
    description: `Document "${id}" references non-existent document "${referenceID}"`,
  })
}

export function releaseLocked({id, release, state}: ReleaseLock): MutationFailure {
  return invalid(`Document "${id}" cannot be changed: the release "${release}" is ${JSON.stringify(state)}`)
}
