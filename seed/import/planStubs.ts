import type {Stub} from '../documents/reader.ts'
import {stubDocument} from '../documents/stubDocument.ts'
import {type PlanStep, stepFor} from '../plan/plan.ts'

/**
 * Documents that stand in for pages that the site refers to and does not have.
 * @param written Ids that the lake has.
 * @param planned Ids that are planned, which grows: each is made once.
 */
export function planStubs(stubs: readonly Stub[], written: ReadonlySet<string>, planned: Set<string>): PlanStep[] {
  return stubs.flatMap(({_id, _type, name, slug}) => {
    if (written.has(_id) || planned.has(_id)) return []
    planned.add(_id)
    const mutations = [{createIfNotExists: stubDocument(_id, _type, name, slug)}]
    return [{...stepFor({id: _id, title: name}), action: 'stub' as const, mutations}]
  })
}
