import {extract, Mutation as MutatorMutation} from '@sanity/mutator'
import type {LakeDocument} from '../document.ts'
import {isObject} from '../isObject.ts'
import {checkNumber} from './checkDocument.ts'
import type {PatchOperations} from './mutation.ts'
import {invalid, revisionMismatch} from './mutationFailures.ts'
import {patchParts} from './patchParts.ts'
import {plainPatch} from './plainPatch.ts'

type MutatorPatch = NonNullable<ConstructorParameters<typeof MutatorMutation>[0]['mutations'][number]['patch']>

/** Attributes a patch may name but not change: the hosted service refuses that too. */
const immutable = ['_id', '_type', '_createdAt'] as const

/**
 * Applies a patch with the semantics of `@sanity/mutator`, which the Studio uses for the same patch on its own copy:
 * operations run in its order (setIfMissing, set, unset, diffMatchPatch, inc, dec, insert) and missing parents are created.
 * The document itself is left alone. A patch that changes nothing returns an equal document. `inc` and `dec` of what is no number are refused, as
 * @sanity/client documents it, and so is `diffMatchPatch` of what is no string (the mutator ignores them). A text that another editor has just
 * removed from its array is no error, as the Studio sends what was typed meanwhile.
 *
 * @param checkTime called now and then; throws when the transaction has taken too long
 * @throws MutationFailure when the revision differs, a path or patch text is malformed, or `_id`, `_type` or `_createdAt` would change
 */
export function applyPatch(document: LakeDocument, operations: PatchOperations, checkTime = noLimit): LakeDocument {
  const {ifRevisionID, ...patch} = operations
  if (ifRevisionID !== undefined && ifRevisionID !== document._rev) {
    throw revisionMismatch(document._id, document._rev, ifRevisionID)
  }
  const next = plainPatch(document, patch) ?? runAny(document, patch, checkTime)
  for (const key of immutable) {
    if (next[key] !== document[key]) {
      throw invalid(`Cannot modify immutable attribute "${key}"`)
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not patched stays; _id and _type were compared
  return next as LakeDocument
}

const noLimit = (): void => undefined

/** Paths between two looks at the clock: one that goes through a list of a hundred thousand items takes tenths of a second. */
const pathsBetweenLooks = 5

function runAny(document: LakeDocument, patch: PatchOperations, checkTime: () => void): LakeDocument {
  const {diffMatchPatch, inc, dec} = patch
  return diffMatchPatch || inc || dec ? runChecked(document, patch, checkTime) : runParts(document, patch, checkTime)
}

function runParts(document: LakeDocument, patch: PatchOperations, checkTime: () => void): LakeDocument {
  return patchParts(patch, pathsBetweenLooks).reduce((patched, part) => {
    checkTime()
    return runMutator(patched, part)
  }, document)
}

/** Texts stay texts and numbers numbers, so that what all operations need is looked at once, before the first of them. */
function runChecked(document: LakeDocument, patch: PatchOperations, checkTime: () => void): LakeDocument {
  const {diffMatchPatch = {}, inc = {}, dec = {}, insert, ...before} = patch
  const counted = [...Object.keys(inc), ...Object.keys(dec)]
  const ready = runParts(document, before, checkTime)
  for (const path of Object.keys(diffMatchPatch)) {
    checkTime()
    if (valuesAt(path, ready).every((value) => typeof value === 'string')) continue
    throw invalid(`Cannot apply diffMatchPatch to "${path}" of "${document._id}": it is not a string`)
  }
  for (const path of counted) {
    checkTime()
    const values = valuesAt(path, ready)
    if (values.length > 0 && values.every((value) => typeof value === 'number')) continue
    throw invalid(`Cannot increment or decrement "${path}" of "${document._id}": it is not a number`)
  }
  const rest = {diffMatchPatch, inc, dec, ...(insert === undefined ? {} : {insert})}
  const result = runParts(ready, rest, checkTime)
  for (const path of counted) {
    checkTime()
    valuesAt(path, result).forEach(checkNumber)
  }
  return result
}

function valuesAt(path: string, document: LakeDocument): unknown[] {
  try {
    return extract(path, document)
  } catch (cause) {
    throw invalid(`The path "${path}" is not valid: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function runMutator(document: LakeDocument, patch: Omit<PatchOperations, 'ifRevisionID'>): LakeDocument {
  let result: unknown
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mutator's types say which location `insert` has, ours leave it open
    const operation = {id: document._id, ...patch} as MutatorPatch
    result = new MutatorMutation({mutations: [{patch: operation}]}).apply(document)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalid(`The patch of "${document._id}" is not valid: ${reason}`)
  }
  if (!isObject(result)) throw invalid(`The patch of "${document._id}" removes the document`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mutator keeps what it does not patch; _id and _type are compared above
  return result as LakeDocument
}
