import type {Stub} from './documents/reader.ts'
import type {ImportRun} from './importRun.ts'
import type {PlanStep} from './plan.ts'
import {stubDocument} from './stubDocument.ts'

/** Documents that stand in for pages that the site refers to and does not have; each is made once. */
export function planStubs(stubs: readonly Stub[], {written, tally}: Pick<ImportRun, 'written' | 'tally'>): PlanStep[] {
  return stubs.flatMap(({_id, _type, name, slug}) => {
    if (written.has(_id)) return []
    written.add(_id)
    tally.stubs++
    const mutations = [{createIfNotExists: stubDocument(_id, _type, name, slug)}]
    const about = {id: _id, path: '', title: name, changes: [], conflicts: [], draftKept: false}
    return [{...about, action: 'stub' as const, mutations}]
  })
}
