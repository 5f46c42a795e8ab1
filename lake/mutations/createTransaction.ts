import type {MutationResult} from '../dataset.ts'
import type {JsonValue, LakeDocument} from '../document.ts'
import {MutationError, type MutationErrorItem} from '../errors.ts'
import {applyPatch} from './applyPatch.ts'
import {autoGenerateKeys} from './autoGenerateKeys.ts'
import {checkDocumentId} from './checkDocument.ts'
import {documentSystem} from './documentSystem.ts'
import {isMoment} from './instants.ts'
import type {DocumentInput, Mutation, PatchOperations, Selection} from './mutation.ts'
import {
  alreadyExists,
  hasReferences,
  invalid,
  MutationFailure,
  notFound,
  referenceMissing,
  releaseLocked,
} from './mutationFailures.ts'
import {ownAttributes} from './ownAttributes.ts'
import {referencesOf} from './referencesOf.ts'
import {releaseLocks} from './releaseLocks.ts'

/** What applying mutations must know about the dataset. Everything is read, nothing written. */
export interface TransactionReads {
  get(id: string): LakeDocument | undefined
  /** Whether there is one, without reading it. */
  has(id: string): boolean
  /** Ids of the documents that the query selects; `changed` holds those of this transaction, `undefined` = deleted. */
  select(
    query: string,
    params: Record<string, JsonValue>,
    changed: ReadonlyMap<string, LakeDocument | undefined>,
  ): string[]
  /** Ids that begin with the prefix, in order. */
  idsWithPrefix(prefix: string): string[]
  /** Ids of the stored documents that hold a strong reference to `id`. */
  strongReferrers(id: string): string[]
}

export interface TransactionOptions {
  transactionId: string
  /** ISO instant of the transaction: `_updatedAt` of all that it touches. */
  timestamp: string
  createId: () => string
  /** Called now and then; throws when the transaction has taken too long. */
  checkTime?: () => void
  /** Makes a `_key`; given only when array keys are to be generated. */
  createKey?: () => string
}

/** A change without its Mendoza effects, which only a commit needs. */
export interface PlainChange {
  id: string
  previous: LakeDocument | undefined
  next: LakeDocument | undefined
  mutations: Mutation[]
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
  /** All changed documents in the order they were first touched, after the check of references. Throws a MutationError. */
  finish(errorType: 'mutationError' | 'actionError'): PlainChange[]
}

interface Touched extends PlainChange {
  index: number
}

/** A transaction that has no mutations yet, on what `reads` finds stored. */
export function createTransaction(reads: TransactionReads, options: TransactionOptions): TransactionDraft {
  const {transactionId, timestamp, createKey} = options
  const touched = new Map<string, Touched>()

  function get(id: string): LakeDocument | undefined {
    const change = touched.get(id)
    return change === undefined ? reads.get(id) : change.next
  }

  function idsWithPrefix(prefix: string): string[] {
    const ids = new Set(reads.idsWithPrefix(prefix))
    for (const {id, next} of touched.values()) {
      if (!id.startsWith(prefix)) continue
      if (next === undefined) ids.delete(id)
      else ids.add(id)
    }
    return [...ids].sort()
  }

  function record(id: string, next: LakeDocument | undefined, mutation: Mutation, index: number): void {
    const change = touched.get(id)
    if (change === undefined) touched.set(id, {id, previous: reads.get(id), next, mutations: [mutation], index})
    else {
      Object.assign(change, {next, index})
      change.mutations.push(mutation)
    }
  }

  function resolve(selection: Selection): string[] {
    if ('id' in selection) return [selection.id]
    const changed = new Map([...touched].map(([id, change]) => [id, change.next]))
    return reads.select(selection.query, selection.params ?? {}, changed)
  }

  function stamp(input: DocumentInput, id: string, replaced: LakeDocument | undefined): LakeDocument {
    const {_id, _rev, _createdAt, _updatedAt, _system, ...content} = input
    const system = documentSystem(id, _system)
    const keyed = createKey === undefined ? content : autoGenerateKeys(dropUndefined(content), createKey)
    return {
      _id: id,
      _rev: transactionId,
      _createdAt: isMoment(_createdAt) ? _createdAt : (replaced?._createdAt ?? timestamp),
      _updatedAt: replaced === undefined && isMoment(_updatedAt) ? _updatedAt : timestamp,
      ...dropUndefined(keyed),
      ...(system === undefined ? {} : {_system: system}),
      _type: input._type,
    }
  }

  function create(verb: 'create' | 'createIfNotExists' | 'createOrReplace', input: DocumentInput, index: number) {
    const id = idFor(input._id, options.createId)
    checkDocumentId(id)
    if (typeof input._type !== 'string' || input._type === '') {
      throw invalid(`Document "${id}" must have a "_type" that is a non-empty string`)
    }
    const existing = get(id)
    if (existing !== undefined && verb === 'create') throw alreadyExists(id)
    if (existing !== undefined && verb === 'createIfNotExists') {
      return [{id, operation: 'none', document: existing} satisfies MutationResult]
    }
    const document = stamp(input, id, existing)
    record(id, document, creation(verb, document), index)
    const operation = existing === undefined ? 'create' : 'update'
    return [{id, operation, document} satisfies MutationResult]
  }

  function remove(id: string, index: number): MutationResult {
    const existing = get(id)
    if (existing === undefined) return {id, operation: 'none'}
    record(id, undefined, {delete: {id}}, index)
    return {id, operation: 'delete'}
  }

  function patch(id: string, operations: PatchOperations, index: number): MutationResult {
    const existing = get(id)
    if (existing === undefined) throw notFound(id)
    const keyed = createKey === undefined ? operations : keyOperations(operations, createKey)
    const patched = applyPatch(existing, keyed, options.checkTime)
    const document = {...patched, _rev: transactionId, _updatedAt: timestamp}
    const {ifRevisionID: _, ...recorded} = keyed
    record(id, document, {patch: {id, ...recorded}}, index)
    return {id, operation: 'update', document}
  }

  return {
    get,
    idsWithPrefix,
    createId: options.createId,
    timestamp,
    transactionId,
    apply(mutation, index) {
      if ('create' in mutation) return create('create', mutation.create, index)
      if ('createIfNotExists' in mutation) return create('createIfNotExists', mutation.createIfNotExists, index)
      if ('createOrReplace' in mutation) return create('createOrReplace', mutation.createOrReplace, index)
      if ('delete' in mutation) return resolve(mutation.delete).map((id) => remove(id, index))
      const {operations, selection} = splitPatch(mutation.patch)
      return resolve(selection).map((id) => patch(id, operations, index))
    },
    finish(errorType) {
      checkReferences(touched, reads, errorType)
      checkReleaseLocks(touched, reads, get, errorType)
      return [...touched.values()]
        .filter((change) => change.previous !== undefined || change.next !== undefined)
        .map(({id, previous, next, mutations}) => ({id, previous, next, mutations}))
    },
  }
}

/** Runs `step`; a failure in it becomes the transaction's error with the place of the mutation or action. */
export function atIndex<Result>(index: number, errorType: 'mutationError' | 'actionError', step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    if (error instanceof MutationFailure) throw new MutationError([{index, error: error.item}], errorType)
    throw error
  }
}

/** Strong references must hold at the end of the transaction, all its documents taken together. */
function checkReferences(
  touched: ReadonlyMap<string, Touched>,
  reads: TransactionReads,
  errorType: 'mutationError' | 'actionError',
): void {
  const items: {index: number; error: MutationErrorItem}[] = []
  let changed: ReadonlyMap<string, string[]> | undefined
  const has = (id: string): boolean => (touched.has(id) ? touched.get(id)?.next !== undefined : reads.has(id))
  for (const change of touched.values()) {
    if (change.next === undefined) {
      changed ??= referrersAmong(touched)
      const referrers = change.previous === undefined ? [] : remainingReferrers(change.id, touched, reads, changed)
      if (referrers.length > 0) items.push({index: change.index, error: hasReferences(change.id, referrers).item})
      continue
    }
    const {previous, next} = change
    for (const [target, strong] of referencesOf(previous === undefined ? next : ownAttributes(next, previous))) {
      if (!strong || has(target)) continue
      const isOld = previous !== undefined && referencesOf(previous).get(target) === true
      if (!isOld) items.push({index: change.index, error: referenceMissing(change.id, target).item})
    }
  }
  if (items.length > 0) throw new MutationError(items, errorType)
}

function checkReleaseLocks(
  touched: ReadonlyMap<string, Touched>,
  reads: TransactionReads,
  get: (id: string) => LakeDocument | undefined,
  errorType: 'mutationError' | 'actionError',
): void {
  const items = releaseLocks(touched.keys(), reads.get, get).map((lock) => ({
    index: touched.get(lock.id)?.index ?? 0,
    error: releaseLocked(lock).item,
  }))
  if (items.length > 0) throw new MutationError(items, errorType)
}

/** Ids of the changed documents that hold a strong reference, by its target: once for all that is deleted beside them. */
function referrersAmong(touched: ReadonlyMap<string, Touched>): ReadonlyMap<string, string[]> {
  const byTarget = new Map<string, string[]>()
  for (const {id, next} of touched.values()) {
    if (next === undefined) continue
    for (const [target, strong] of referencesOf(next)) {
      if (!strong) continue
      const known = byTarget.get(target)
      if (known === undefined) byTarget.set(target, [id])
      else known.push(id)
    }
  }
  return byTarget
}

function remainingReferrers(
  id: string,
  touched: ReadonlyMap<string, Touched>,
  reads: TransactionReads,
  changed: ReadonlyMap<string, string[]>,
): string[] {
  const stored = reads.strongReferrers(id).filter((referrer) => !touched.has(referrer))
  return [...new Set([...stored, ...(changed.get(id) ?? [])])].filter((referrer) => referrer !== id).sort()
}

function creation(verb: 'create' | 'createIfNotExists' | 'createOrReplace', document: LakeDocument): Mutation {
  const {_rev: _, ...content} = document
  if (verb === 'create') return {create: content}
  return verb === 'createIfNotExists' ? {createIfNotExists: content} : {createOrReplace: content}
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

function dropUndefined(fields: Record<string, JsonValue | undefined>): Record<string, JsonValue> {
  const defined: Record<string, JsonValue> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) defined[key] = value
  }
  return defined
}
