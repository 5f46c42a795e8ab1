import type {DocumentChange} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import {creation, type CreationVerb} from '../../mutations/creation.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import {withoutRev} from '../../mutations/withoutRev.ts'
import type {ChangeRow} from '../tables/historyTable.ts'

/** The columns of a change that hold what was done. Those of a creation are null: all of it follows from the document after it. */
export type ChangeContent = Pick<ChangeRow, 'operation' | 'effects' | 'mutations'>

/** A change as the history stores it: see `historyTables`. */
export function encodeChange(change: DocumentChange): ChangeContent {
  const isCreation = change.previous === undefined
  const operation = isCreation ? soleCreation(change.mutations) : null
  return {
    operation,
    effects: isCreation ? null : JSON.stringify(change.effects),
    mutations: operation === null ? JSON.stringify(change.mutations) : null,
  }
}

/** The verb of a change that is nothing but one creation: its content need not be stored a second time. */
function soleCreation(mutations: Mutation[]): CreationVerb | null {
  const [mutation] = mutations
  if (mutation === undefined || mutations.length > 1) return null
  if ('create' in mutation) return 'create'
  if ('createIfNotExists' in mutation) return 'createIfNotExists'
  return 'createOrReplace' in mutation ? 'createOrReplace' : null
}

/** What a deletion leaves that does not tell what was deleted. */
export function bareDeletion(id: string): ChangeContent {
  const mutations: Mutation[] = [{delete: {id}}]
  return {
    operation: null,
    effects: JSON.stringify({apply: [0, null], revert: [0, null]}),
    mutations: JSON.stringify(mutations),
  }
}

/** @param next the document after the change, of which the effects of a creation are made */
export function effectsOf(row: ChangeContent, next?: LakeDocument): DocumentChange['effects'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeChange() from effects
  if (row.effects !== null) return JSON.parse(row.effects) as DocumentChange['effects']
  return {apply: [0, next === undefined ? null : withoutRev(next)], revert: [0, null]}
}

/** @param next the document after the change, of which a creation is made */
export function mutationsOf(row: ChangeContent, next: LakeDocument | undefined): Mutation[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeChange() from mutations
  if (row.mutations !== null) return JSON.parse(row.mutations) as Mutation[]
  if (next === undefined || row.operation === null) return []
  return [creation(row.operation, next)]
}
