import type {MutationResult} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import {MutationError} from '../../errors.ts'
import {applyPatch} from '../applyPatch.ts'
import {autoGenerateKeys} from '../autoGenerateKeys.ts'
import {checkDocumentId} from '../checkDocument.ts'
import {creation, type CreationVerb} from '../creation.ts'
import type {DocumentInput, Mutation, PatchOperations, Selection} from '../mutation.ts'
import {alreadyExists, invalid, notFound, releaseLocked} from '../mutationFailures.ts'
import {releaseLocks} from '../releaseLocks.ts'
import {checkReferences} from './checkReferences.ts'
import {type ChangedDocuments, createChangedDocuments, type PlainChange} from './createChangedDocuments.ts'
import {type Stamp, stampDocument} from './stampDocument.ts'
import type {TransactionReads} from './transactionReads.ts'

export interface TransactionOptions extends Stamp {
  createId: () => string
  /** Called now and then; throws when the transaction has taken too long. */
  checkTime?: () => void
}

/** Mutations applied so far, in memory: pure but for the reads. Later mutations see what earlier ones did. */
export interface TransactionDraft {
  get(id: string): LakeDocument | undefined
  idsWithPrefix(prefix: string): string[]
  createId(): string
  readonly timestamp: string
  readonly transactionId: string
  /** Applies one mutation. `index` is its place in the request, for errors. Throws a MutationFailure. */
  apply(mutation: Mutation, index: number): MutationResult[]
  /** All changed documents in the order they were first touched. */
  changes(): PlainChange[]
  /** The same after the check of references. Throws a MutationError. */
  finish(errorType: MutationError['type']): PlainChange[]
}

/** Documents of one query: https://www.sanity.io/docs/http-reference/mutation. More would hold everybody up for seconds. */
const mostSelected = 10_000

/** A transaction that has no mutations yet, on what `reads` finds stored. */
export function createTransaction(reads: TransactionReads, options: TransactionOptions): TransactionDraft {
  const {transactionId, timestamp, createKey} = options
  const documents = createChangedDocuments(reads)

  function resolve(selection: Selection): string[] {
    if ('id' in selection) return [selection.id]
    const changed = new Map([...documents.changes].map(([id, change]) => [id, change.next]))
    const ids = reads.select(selection.query, selection.params ?? {}, changed)
    if (ids.length <= mostSelected) return ids
    throw invalid(
      `The query selects ${ids.length} documents, and a mutation changes ${mostSelected} at most: select fewer`,
    )
  }

  function create(verb: CreationVerb, input: DocumentInput, index: number): MutationResult {
    const id = idFor(input._id, options.createId)
    checkDocumentId(id)
    if (typeof input._type !== 'string' || input._type === '') {
      throw invalid(`Document "${id}" must have a "_type" that is a non-empty string`)
    }
    const existing = documents.get(id)
    if (existing !== undefined && verb === 'create') throw alreadyExists(id)
    if (existing !== undefined && verb === 'createIfNotExists') return {id, operation: 'none', document: existing}
    // https://www.sanity.io/docs/http-reference/mutation: one of another type is deleted, and a new one made.
    const replaced = existing?._type === input._type ? existing : undefined
    const document = stampDocument(input, id, replaced, options)
    documents.record(id, document, creation(verb, document), index)
    return {id, operation: existing === undefined ? 'create' : 'update', document}
  }

  function remove(id: string, index: number): MutationResult {
    if (documents.get(id) === undefined) return {id, operation: 'none'}
    documents.record(id, undefined, {delete: {id}}, index)
    return {id, operation: 'delete'}
  }

  function patch(id: string, operations: PatchOperations, index: number): MutationResult {
    const existing = documents.get(id)
    if (existing === undefined) throw notFound(id)
    const keyed = createKey === undefined ? operations : keyOperations(operations, createKey)
    const patched = applyPatch(existing, keyed, options.checkTime)
    const document = {...patched, _rev: transactionId, _updatedAt: timestamp}
    const {ifRevisionID: _, ...recorded} = keyed
    documents.record(id, document, {patch: {id, ...recorded}}, index)
    return {id, operation: 'update', document}
  }

  function changes(): PlainChange[] {
    return [...documents.changes.values()]
      .filter((change) => change.previous !== undefined || change.next !== undefined)
      .map(({id, previous, next, mutations}) => ({id, previous, next, mutations}))
  }

  return {
    get: documents.get,
    idsWithPrefix: documents.idsWithPrefix,
    createId: options.createId,
    timestamp,
    transactionId,
    apply(mutation, index) {
      if ('create' in mutation) return [create('create', mutation.create, index)]
      if ('createIfNotExists' in mutation) return [create('createIfNotExists', mutation.createIfNotExists, index)]
      if ('createOrReplace' in mutation) return [create('createOrReplace', mutation.createOrReplace, index)]
      if ('delete' in mutation) return resolve(mutation.delete).map((id) => remove(id, index))
      const {operations, selection} = splitPatch(mutation.patch)
      return resolve(selection).map((id) => patch(id, operations, index))
    },
    changes,
    finish(errorType) {
      checkReferences(documents, reads.strongReferrers, errorType)
      checkReleaseLocks(documents, reads.get, errorType)
      return changes()
    },
  }
}

function checkReleaseLocks(
  {changes, get}: ChangedDocuments,
  stored: TransactionReads['get'],
  errorType: MutationError['type'],
): void {
  const items = releaseLocks(changes.keys(), stored, get).map((lock) => ({
    index: changes.get(lock.id)?.index ?? 0,
    error: releaseLocked(lock).item,
  }))
  if (items.length > 0) throw new MutationError(items, errorType)
}

/** No id: a generated one. An id that ends in a dot is a prefix, e.g. `drafts.`. */
function idFor(given: string | undefined, createId: () => string): string {
  if (given === undefined || given === '') return createId()
  return given.endsWith('.') ? given + createId() : given
}

function splitPatch(patch: Selection & PatchOperations): {selection: Selection; operations: PatchOperations} {
  if ('id' in patch) {
    const {id, ...operations} = patch
    return {selection: {id}, operations}
  }
  const {query, params, ...operations} = patch
  return {selection: params === undefined ? {query} : {query, params}, operations}
}

function keyOperations(operations: PatchOperations, createKey: () => string): PatchOperations {
  const {set, setIfMissing, insert} = operations
  return {
    ...operations,
    ...(set === undefined ? {} : {set: autoGenerateKeys(set, createKey)}),
    ...(setIfMissing === undefined ? {} : {setIfMissing: autoGenerateKeys(setIfMissing, createKey)}),
    ...(insert === undefined ? {} : {insert: {...insert, items: autoGenerateKeys(insert.items, createKey)}}),
  }
}
