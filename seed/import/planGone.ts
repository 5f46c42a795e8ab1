import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {isConfigFile} from '../bundle/configFiles.ts'
import {foreignLink, mountRoots} from '../bundle/foreignLink.ts'
import {isHidden} from '../bundle/refusal.ts'
import {readUnwritten} from '../bundle/unwrittenPages.ts'
import {fetchDocuments} from '../client/fetchDocuments.ts'
import {type KnownDocument, findReferred} from '../client/stored.ts'
import {isUnedited, readFingerprint} from '../documents/fingerprint.ts'
import {stubDocument} from '../documents/stubDocument.ts'
import {plainId} from '../ids/plainId.ts'
import {type Mutation, type PlanStep, type StoredDocument, stepFor} from '../plan/plan.ts'
import type {ImportRun} from './importRun.ts'

/**
 * Documents whose file is gone: listed, and with `prune` deleted, unless an editor changed them since, which is a conflict.
 * One that a document which stays refers to becomes what a first import would make of it, a stub.
 */
export async function planGone(run: ImportRun): Promise<PlanStep[]> {
  const {report, options} = run
  const gone = findGone(run)
  // Which pages a site has is said in its configuration: without it nothing is known to be gone.
  const isSure = !report.refusals.some(({path}) => isConfigFile(path) || /^(\.$|config(\/|$))/.test(path))
  if (options.prune !== true || !isSure) return gone.map((document) => ({...stepFor(document), action: 'gone'}))
  const stored = await readVersions(gone, run)
  const isKept = ({id}: KnownDocument) => options.prefer !== 'file' && stored.get(id)?.isEdited === true
  const referred = await findReferred(
    options.client,
    gone.filter((document) => !isKept(document)),
  )
  return gone.map((document) => {
    const versions = stored.get(document.id)?.versions ?? []
    if (isKept(document))
      return options.prefer === 'studio' ? {...stepFor(document), action: 'gone'} : inConflict(document)
    return referred.has(document.id)
      ? {...stepFor(document), action: 'stub', mutations: reduceToStub(document, versions)}
      : {...stepFor(document), action: 'delete', mutations: versions.flatMap(deleteAsRead)}
  })
}

type Version = Pick<StoredDocument, '_id' | '_rev'>

/** The versions of some documents, by id without `drafts.`, and whether any was edited since the import. */
async function readVersions(
  documents: readonly KnownDocument[],
  {options}: ImportRun,
): Promise<Map<string, {versions: Version[]; isEdited: boolean}>> {
  const read = new Map<string, {versions: Version[]; isEdited: boolean}>()
  const ids = documents.flatMap(({id}) => [id, `drafts.${id}`])
  for await (const document of fetchDocuments(options.client, ids)) {
    const {_id, _rev} = document
    const id = plainId(_id)
    const {versions, isEdited: wasEdited} = read.get(id) ?? {versions: [], isEdited: false}
    read.set(id, {versions: [...versions, {_id, _rev}], isEdited: wasEdited || isEdited(document)})
  }
  return read
}

function findGone({site, view, known, report}: ImportRun): KnownDocument[] {
  const present = new Set([...site.pages.map(({path}) => path), ...report.refusals.map(({path}) => path)])
  const kept = new Set(site.pages.map((file) => view.idOf(file)))
  const unwritten = readUnwritten(site.folder)
  // A link is told and not followed: what it leads to is not gone.
  const isLinked = (path: string) =>
    foreignLink(site.folder, path, mountRoots(site.config)) !== undefined && existsSync(join(site.folder, path))
  return known
    .list()
    .filter(
      ({id, path}) =>
        path !== undefined &&
        !present.has(path) &&
        !kept.has(id) &&
        !unwritten.has(path) &&
        !isHidden(path, report.refusals) &&
        !isLinked(path),
    )
}

function isEdited(document: StoredDocument): boolean {
  return document.hugo !== undefined && !isUnedited(document, readFingerprint(document.hugo.fingerprint))
}

function inConflict(document: KnownDocument): PlanStep {
  const step = stepFor(document)
  const conflict = {path: step.path, field: 'document', file: '(deleted)', studio: '(edited since the import)'}
  return {...step, action: 'conflict', conflicts: [conflict]}
}

function reduceToStub({id, type, title = id, slug = title}: KnownDocument, versions: readonly Version[]): Mutation[] {
  const createOrReplace = stubDocument(id, type, title, slug)
  return [
    ...versions.flatMap((version) => (version._id === id ? [guard(version)] : deleteAsRead(version))),
    {createOrReplace},
  ]
}

function deleteAsRead(version: Version): Mutation[] {
  return [guard(version), {delete: {id: version._id}}]
}

/** A deletion cannot name a revision, so a patch that changes nothing does, as the Studio's own. */
function guard({_id, _rev}: Version): Mutation {
  return {patch: {id: _id, ifRevisionID: _rev, unset: ['_empty_action_guard_pseudo_field_']}}
}
