import type {DocumentInput, Mutation} from './mutation.ts'
import {isPlainPatch} from './plainPatch.ts'

/**
 * Whether mutations, applied again to the same documents with the same transaction id at the same time, give the same documents, whatever else the
 * dataset holds: nothing is selected by a query, no id is made, and nothing is deleted, which depends on what refers to it. Beside that documents
 * grow by no more than the size of the mutations.
 */
export function isReplayable(mutations: readonly Mutation[]): boolean {
  return mutations.every((mutation) => {
    if ('delete' in mutation) return false
    if ('patch' in mutation) return 'id' in mutation.patch && isPlainPatch(mutation.patch)
    return isWholeId(inputOf(mutation)._id)
  })
}

function inputOf(mutation: Exclude<Mutation, {delete: unknown} | {patch: unknown}>): DocumentInput {
  if ('create' in mutation) return mutation.create
  return 'createIfNotExists' in mutation ? mutation.createIfNotExists : mutation.createOrReplace
}

/** Not one that the lake makes or completes. */
function isWholeId(id: string | undefined): boolean {
  return id !== undefined && id !== '' && !id.endsWith('.')
}
