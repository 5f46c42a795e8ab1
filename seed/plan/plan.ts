import {fieldNames, fieldOf, readFingerprint} from '../documents/fingerprint.ts'
import type {StubDocument} from '../documents/stubDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {hashContent} from '../values/hashContent.ts'
import {type Merged, type Prefer, mergeValue} from './mergeValue.ts'

/** A document as the lake holds it. */
export type StoredDocument = AnyDocument & {_rev: string}

/** A page as it should be, and what the lake has of it. */
export interface PlanInput {
  /** The page's document, sealed, its id without `drafts.`. */
  desired: AnyDocument
  draft: boolean
  published?: StoredDocument
  /** The document's open draft. */
  open?: StoredDocument
  /** `toDocument` of the source that was imported, or exported, last, by today's converter; absent when there is none. */
  base?: {document: AnyDocument; draft: boolean}
}

interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

export interface Conflict {
  path: string
  field: string
  file: unknown
  studio: unknown
}

/** A document of the record of what the lake has had. */
export interface SyncDocument {
  _id: string
  _type: 'lecternSync'
  /** A path a line. */
  paths: string
  languages?: string[]
}

export type Mutation =
  | {create: AnyDocument | SyncDocument}
  | {createIfNotExists: StubDocument}
  | {createOrReplace: StubDocument | SyncDocument}
  | {patch: {id: string; ifRevisionID: string; set?: Record<string, unknown>; unset?: string[]}}
  | {delete: {id: string}}

/** `left`: somebody deleted it in the Studio, or wrote to its file, while the import ran; nothing is done. */
type PlanAction = 'create' | 'update' | 'unchanged' | 'conflict' | 'left' | 'delete' | 'gone' | 'stub'

/** What will be done for one page, and why. */
export interface PlanStep {
  action: PlanAction
  id: string
  path: string
  title: string
  changes: FieldChange[]
  conflicts: Conflict[]
  /** An open draft hides the change from the editor until it is published or discarded. */
  draftKept: boolean
  mutations: Mutation[]
}

/**
 * Plans one page. Field by field: what only the file changed is taken, what only the Studio changed stays, what both
 * changed is a conflict; a document with a conflict is left alone as a whole. Pure: the plan is the dry run.
 */
export function planPage(input: PlanInput, prefer?: Prefer): PlanStep {
  const {desired, draft, published, open} = input
  const stored = draft ? (open ?? published) : (published ?? open)
  const step = emptyStep(desired)
  if (!stored) {
    const document = draft ? {...desired, _id: `drafts.${desired._id}`} : desired
    return {...step, action: 'create', id: document._id, mutations: [{create: document}]}
  }
  return planUpdate(step, input, stored, prefer)
}

/** What is planned for a page at first: nothing. */
export function emptyStep(desired: AnyDocument): PlanStep {
  return stepFor({id: desired._id, path: desired.hugo?.path ?? '', title: titleOf(desired)})
}

/** A step that does nothing, for a document that may have no page. */
export function stepFor({id, path = '', title = ''}: {id: string; path?: string; title?: string}): PlanStep {
  return {action: 'unchanged', id, path, title, changes: [], conflicts: [], draftKept: false, mutations: []}
}

function planUpdate(step: PlanStep, input: PlanInput, stored: StoredDocument, prefer: Prefer): PlanStep {
  const {desired, published, open} = input
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const field of fieldNames(desired, stored)) {
    const merged = mergeField(field, input, stored, prefer)
    const before = fieldOf(stored, field)
    if (merged.conflict) {
      step.conflicts.push({path: step.path, field, file: fieldOf(desired, field), studio: before})
    } else if (hashContent(merged.value) !== hashContent(before)) {
      step.changes.push({field, before, after: merged.value})
      if (merged.value === undefined) unset.push(field)
      else set[field] = merged.value
    }
  }
  if (step.conflicts.length > 0) return {...step, id: stored._id, action: 'conflict', changes: []}
  if (hashContent(stored.hugo) !== hashContent(desired.hugo)) set['hugo'] = desired.hugo
  const moved = planVersion(input, stored)
  if (moved) return {...step, ...moved(set, unset)}
  if (Object.keys(set).length === 0 && unset.length === 0) return {...step, id: stored._id}
  const patch = {
    id: stored._id,
    ifRevisionID: stored._rev,
    ...(Object.keys(set).length > 0 && {set}),
    ...(unset.length > 0 && {unset}),
  }
  const draftKept = stored === published && open !== undefined
  return {...step, id: stored._id, action: 'update', draftKept, mutations: [{patch}]}
}

/**
 * `draft` changed in the file: the document moves between its draft and its published version. A deletion cannot name a
 * revision, so a patch before it does: what an editor did meanwhile is neither undone nor lost.
 */
function planVersion(
  {desired, draft, published, open, base}: PlanInput,
  stored: StoredDocument,
): ((set: Record<string, unknown>, unset: readonly string[]) => Partial<PlanStep>) | undefined {
  const changedInFile = base !== undefined && base.draft !== draft
  if (!changedInFile || (draft && open) || (!draft && published)) return undefined
  return (set, unset) => {
    const {_rev: _, ...document} = stored
    const id = draft ? `drafts.${desired._id}` : desired._id
    const merged = Object.fromEntries(
      Object.entries({...document, ...set, _id: id}).filter(([name]) => !unset.includes(name) && !isStamp(name)),
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stored document of this type with the merged fields
    const create = merged as unknown as AnyDocument
    const guard = {id: stored._id, ifRevisionID: stored._rev, set: {hugo: desired.hugo}}
    return {action: 'update', id, mutations: [{patch: guard}, {create}, {delete: {id: stored._id}}]}
  }
}

function isStamp(name: string): boolean {
  return name === '_createdAt' || name === '_updatedAt' || name === '_system'
}

function mergeField(field: string, input: PlanInput, stored: StoredDocument, prefer: Prefer): Merged {
  const file = fieldOf(input.desired, field)
  const studio = fieldOf(stored, field)
  if (!stored.hugo) return mergeStub(field, input, studio, prefer)
  const imported = readFingerprint(stored.hugo.fingerprint).fields[field]
  const editorChanged = (studio === undefined ? undefined : hashContent(studio)) !== imported
  if (!editorChanged) return {conflict: false, value: file}
  return mergeValue(fieldOf(input.base?.document, field), file, studio, prefer)
}

/** A stub, or a document made in the Studio under the same id: the file fills it, and gives it its name. */
function mergeStub(field: string, {desired, base}: PlanInput, studio: unknown, prefer: Prefer): Merged {
  const file = fieldOf(desired, field)
  if (file === undefined) return {conflict: false, value: studio}
  if (studio === undefined || ['name', 'title', 'slug'].includes(field)) return {conflict: false, value: file}
  return mergeValue(fieldOf(base?.document, field), file, studio, prefer)
}

/** Name to show for a document of any type; '' where it has none. */
export function titleOf(document: object): string {
  const title = fieldOf(document, 'title') ?? fieldOf(document, 'name')
  return typeof title === 'string' ? title : ''
}
