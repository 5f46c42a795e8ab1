import {isConfigFile} from '../bundle/configFiles.ts'
import {isHidden} from '../bundle/refusal.ts'
import {type KnownDocument, findReferred} from '../client/stored.ts'
import {stubDocument} from '../documents/stubDocument.ts'
import type {Mutation, PlanStep} from '../plan/plan.ts'
import type {ImportRun} from './importRun.ts'

/**
 * Documents whose file is gone: listed, and with `prune` deleted. One that a document which stays refers to becomes what
 * a first import would make of it, a stub.
 */
export async function planGone(run: ImportRun): Promise<PlanStep[]> {
  const {site, view, known, report, options} = run
  const present = new Set([...site.pages.map(({path}) => path), ...report.refusals.map(({path}) => path)])
  const kept = new Set(site.pages.map((file) => view.idOf(file)))
  const gone = known
    .list()
    .filter(
      ({id, path}) => path !== undefined && !present.has(path) && !kept.has(id) && !isHidden(path, report.refusals),
    )
  // Which pages a site has is said in its configuration: without it nothing is known to be gone.
  const isSure = !report.refusals.some(({path}) => isConfigFile(path) || /^(\.$|config(\/|$))/.test(path))
  if (options.prune !== true || !isSure) return gone.map((document) => ({...stepFor(document), action: 'gone'}))
  const referred = await findReferred(options.client, gone)
  return gone.map((document) =>
    referred.has(document.id)
      ? {...stepFor(document), action: 'stub', mutations: reduceToStub(document)}
      : {...stepFor(document), action: 'delete', mutations: deleteAll(document.versions)},
  )
}

function stepFor({id, path = '', title = ''}: KnownDocument): Omit<PlanStep, 'action'> {
  return {id, path, title, changes: [], conflicts: [], draftKept: false, mutations: []}
}

function reduceToStub({id, type, title = id, slug = title, versions}: KnownDocument): Mutation[] {
  const createOrReplace = stubDocument(id, type, title, slug)
  return [{createOrReplace}, ...deleteAll(versions.filter((version) => version !== id))]
}

function deleteAll(versions: readonly string[]): Mutation[] {
  return versions.map((id) => ({delete: {id}}))
}
