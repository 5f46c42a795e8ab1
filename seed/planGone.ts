import type {ImportRun} from './importRun.ts'
import type {PlanStep} from './plan.ts'

/** Documents whose file is gone: listed, and deleted with `prune`. */
export function planGone({site, view, known, report, options}: ImportRun): PlanStep[] {
  const prune = options.prune === true
  const present = new Set([...site.pages.map(({path}) => path), ...report.refusals.map(({path}) => path)])
  const kept = new Set(site.pages.map((file) => view.idOf(file)))
  const gone = known.list().filter(({id, path}) => path !== undefined && !present.has(path) && !kept.has(id))
  return gone.map(({id, path = '', title = '', versions}) => ({
    action: prune ? 'delete' : 'gone',
    id,
    path,
    title,
    changes: [],
    conflicts: [],
    draftKept: false,
    mutations: prune ? versions.map((version) => ({delete: {id: version}})) : [],
  }))
}
